import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { settle } from '../../support/settle.ts';
import type { Receipt } from '../../../src/domain/receipt.ts';
import { applyPull, type Pulled } from '../../../src/storage/apply-pull.ts';
import { readMeta } from '../../../src/storage/meta.ts';
import { readNextNumber } from '../../../src/storage/next-number.ts';
import type { RecordsDatabase } from '../../../src/storage/records-database.ts';
import {
  watchMyRecords,
  watchMyRecordsAbout,
  watchMyRecordsAndErased,
} from '../../../src/storage/records.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { makeRecord, meetingId, openTab, personId, request, seen } from './records.ts';

const pull = async (
  db: RecordsDatabase,
  purges: readonly string[],
  items: Pulled['items'] = [],
): Promise<void> => {
  const { cursor } = await readMeta(db);
  const response = { epoch: 'e', purges, cursor: `${cursor}.` };
  expect(await applyPull(db, { sentCursor: cursor, response, etag: null, items })).toBe(true);
};

const receiptOf = (id: string): Receipt => ({
  id,
  n: 1,
  status: 'applied',
  seq: 7,
  receivedAt: '2026-01-05T09:00:01.000Z',
  chain: 'chain',
});

test('an erased record keeps its place, its times and its receipt, and is no record any more', async () => {
  const db = openTab();
  const [early, erased, late] = [makeRecord(), makeRecord(), makeRecord()];
  // Two that were saved together: their order of saving decides.
  await saveEvents(db, request([early, erased], 1));
  await saveEvents(db, request([late], 2));
  const receipt = receiptOf(erased.event.id);
  await settle(db, erased.event.id, 'received', receipt);
  await pull(db, [erased.event.id]);

  const [first, second, third] = await seen(watchMyRecordsAndErased(db));
  expect([first?.event, third?.event]).toEqual([late.event, early.event]);
  expect(second).toEqual({ event: null, id: erased.event.id, meetingId, receipt, queuedAt: 1 });
  for (const watch of [watchMyRecords(db), watchMyRecordsAbout(db, meetingId)]) {
    expect((await seen(watch)).map(({ event }) => event.id)).toEqual([late.event.id, early.event.id]);
  }
});

test('one that was erased before its receipt came has none, does not wait, and keeps its number', async () => {
  const db = openTab();
  const made = makeRecord();
  await saveEvents(db, request([made]));
  await pull(db, [made.event.id]);
  expect(await readNextNumber(db)).toBe(2);
  expect(await seen(watchMyRecordsAndErased(db))).toEqual([
    { event: null, id: made.event.id, meetingId, receipt: null, queuedAt: 1 },
  ]);
});

test('a list that is open says so by itself, in another tab too', async () => {
  const factory = new IDBFactory();
  const [here, there] = [openTab(factory), openTab(factory)];
  const made = makeRecord();
  await saveEvents(here, request([made]));
  const shown = seen(watchMyRecordsAndErased(there), ([record]) => record?.event === null);
  await pull(here, [made.event.id]);
  expect(await shown).toHaveLength(1);
});

test('what comes back with the log is a record again, once', async () => {
  const db = openTab();
  const made = makeRecord();
  await saveEvents(db, request([made]));
  await pull(db, [made.event.id]);
  const author = { personId, name: 'Mary Member', role: null };
  const { seq, receivedAt, chain } = { seq: 7, receivedAt: '2026-01-05T09:00:01.000Z', chain: 'chain' };
  await pull(db, [], [{ kind: 'event', ...made, seq, receivedAt, chain, author }]);
  expect((await seen(watchMyRecordsAndErased(db))).map(({ event }) => event?.id)).toEqual([made.event.id]);
});
