import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { bringInLine } from '../../../src/storage/bring-in-line.ts';
import { dropDraft } from '../../../src/storage/drafts.ts';
import { saveEnrolment } from '../../../src/storage/enrolment.ts';
import { saveDraftTwice, saveTwice } from '../../../src/storage/save-twice.ts';
import { noSecondCopy, type SecondCopy } from '../../../src/storage/second-copy.ts';
import { endForQuota, interceptTransactions } from '../../support/failing-connection.ts';
import { makeRecord, request } from './records.ts';
import { makeEnrolment, TwoPlaces, whatIsKept, type Start } from './two-places.ts';

const enrolled = async (): Promise<Start> => {
  const start = new TwoPlaces().start();
  await saveEnrolment(start.device, await makeEnrolment());
  await bringInLine(start.device, start.records, start.second);
  return start;
};

/** A second copy whose first answer is not heard: it does that once more. */
const heardLate = ({ copy }: Start): SecondCopy => {
  let isHeard = false;
  return {
    ...noSecondCopy,
    attempt: async (work) => {
      if (!isHeard) await work(copy);
      isHeard = true;
      return ok(await work(copy));
    },
  };
};

const draft = { key: 'apology', isKept: true };

test('what the first copy refuses is not kept in the second, although it was written there twice', async () => {
  const start = await enrolled();
  interceptTransactions(start.records, ({ begin }) => endForQuota(begin(), 'outbox'));
  const saved = await saveTwice(start.records, heardLate(start), request([makeRecord()]));
  expect(saved.ok).toBe(false);
  expect((await whatIsKept(start)).waiting).toEqual([]);
});

test('a form whose record the first copy refuses stays in the second', async () => {
  const start = await enrolled();
  await saveDraftTwice(start.records, start.second, 'apology', 'half');
  interceptTransactions(start.records, ({ begin }) => endForQuota(begin(), 'outbox'));
  const saved = await saveTwice(start.records, start.second, { ...request([makeRecord()]), draft });
  expect(saved.ok).toBe(false);
  expect((await whatIsKept(start)).drafts).toEqual([{ key: 'apology', value: 'half' }]);
});

test('a form that another tab has ended is begun anew in neither copy', async () => {
  const start = await enrolled();
  await saveDraftTwice(start.records, start.second, 'apology', 'half');
  await dropDraft(start.records, 'apology');
  expect(await saveDraftTwice(start.records, start.second, 'apology', 'half a', true)).toBe(false);
  expect((await whatIsKept(start)).drafts).toEqual([]);
  const saved = await saveTwice(start.records, start.second, { ...request([makeRecord()]), draft });
  expect(saved).toEqual({ ok: false, error: { kind: 'ended' } });
  expect((await whatIsKept(start)).waiting).toEqual([]);
});
