import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { settle } from '../../support/settle.ts';
import { openAmendment } from '../../../src/app/declaration.ts';
import { exportUnsent } from '../../../src/app/records-export.ts';
import { watchRecord } from '../../../src/app/records-one.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import { watchRecords } from '../../../src/app/records.ts';
import type { Contact } from '../../../src/domain/meeting.ts';
import type { Receipt } from '../../../src/domain/receipt.ts';
import { applyPull } from '../../../src/storage/apply-pull.ts';
import { readMeta } from '../../../src/storage/meta.ts';
import { createTestTablet, ids, manifest, type TestTablet } from './records-tablet.ts';
import { apologise, declareEmployment } from './own-statements.ts';

const receivedAt = '2016-01-31T21:10:00.000Z';
const receive = ({ services }: TestTablet, id: string, seq: number): Promise<void> => {
  const receipt: Receipt = { id, n: 1, status: 'applied', seq, receivedAt, chain: 'c'.repeat(64) };
  return settle(services.records, id, 'received', receipt);
};

/** What the sync does when the council says that it has erased something. */
const erase = async ({ services: { records } }: TestTablet, erased: readonly string[]): Promise<void> => {
  const { cursor } = await readMeta(records);
  const response = { epoch: 'e', purges: erased, cursor: `${cursor}.` };
  expect(await applyPull(records, { sentCursor: cursor, response, etag: null, items: [] })).toBe(true);
};

const viewOf = ({ services }: TestTablet) => firstValue(watchRecords(services));

test('erased records stand at their place under their meeting, with what their receipts say', async () => {
  const tablet = await createTestTablet(ids.anna);
  const first = await apologise(tablet);
  const savedAt = tablet.clock.now;
  tablet.clock.now += 60_000;
  const second = await apologise(tablet);
  tablet.clock.now += 60_000;
  const third = await apologise(tablet);
  await receive(tablet, first, 4812);
  await settle(tablet.services.records, second, 'quarantined', {
    id: second,
    n: 2,
    status: 'quarantined',
    receivedAt,
    code: 'unknown_meeting',
  });
  await erase(tablet, [first, second]);

  const [group, ...others] = (await viewOf(tablet)).groups;
  expect(others).toEqual([]);
  expect(group).toMatchObject({ meetingId: ids.meeting, committee: 'Roads Panel', start: manifest.start });
  const meetingId = ids.meeting;
  expect(group?.lines).toEqual([
    expect.objectContaining({ kind: 'said', event: expect.objectContaining({ id: third }) }),
    { kind: 'erased', id: second, meetingId, savedAt: savedAt + 60_000, receivedAt, number: null },
    { kind: 'erased', id: first, meetingId, savedAt, receivedAt, number: 4812 },
  ]);
});

test('where nothing else is left, the list is not empty, waits for nothing, and exports nothing', async () => {
  const meetingId = '00000000-0000-4000-8000-0000000000a9';
  const tablet = await createTestTablet(ids.anna);
  const { records } = tablet.services;
  const id = await apologise(tablet);
  // About a meeting that has left this tablet, and erased before its receipt came.
  await records.outbox.toCollection().modify({ meetingId });
  await erase(tablet, [id]);
  const savedAt = tablet.clock.now;
  expect(await viewOf(tablet)).toEqual({
    groups: [
      {
        meetingId,
        committee: '',
        start: null,
        lines: [{ kind: 'erased', id, meetingId, savedAt, receivedAt: null, number: null }],
      },
    ],
    unsent: 0,
    stalled: 0,
    askAboutErased: [],
  });
  const file = await exportUnsent(tablet.services);
  expect([file.count, JSON.parse(file.text)]).toEqual([0, expect.objectContaining({ records: [] })]);
});

test('the page of an erased record says so, and a declaration cannot be changed or withdrawn there', async () => {
  const tablet = await createTestTablet(ids.anna);
  const declared = await declareEmployment(tablet);
  expect(await firstValue(watchRecord(tablet.services, declared))).toMatchObject({ stands: true });
  await erase(tablet, [declared]);
  expect(await firstValue(watchRecord(tablet.services, declared))).toEqual({ kind: 'erased' });
  expect(await openAmendment(tablet.services, declared)).toEqual({ ok: false, error: 'erased' });
  expect(await openAmendment(tablet.services, ids.roads)).toEqual({ ok: false, error: 'unknown' });
});

const contact = (purpose: Contact['purpose'], telephone: string | null): Contact => ({
  purpose,
  name: null,
  telephone,
  email: null,
});
const general = contact('general', '01905 763763');
const clerk = contact('clerk', '01905 000000');

test.each([
  ['the clerk', [general, clerk], [clerk]],
  [
    'whoever answers general questions, where no clerk can be reached',
    [contact('clerk', null), general],
    [general],
  ],
  ['nobody, where the council names nobody', [contact('language', '01905 765765')], []],
])('whom to ask about it is %s', async (_, contacts, expected) => {
  const tablet = await createTestTablet(ids.anna);
  const { enrolment } = tablet.services;
  const services = {
    ...tablet.services,
    enrolment: { ...enrolment, council: { ...enrolment.council, contacts } },
  };
  const id = await apologise(tablet);
  expect((await firstValue(watchRecords(services))).askAboutErased).toEqual([]);
  await erase(tablet, [id]);
  expect((await firstValue(watchRecords(services))).askAboutErased).toEqual(expected);
});
