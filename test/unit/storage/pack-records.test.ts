import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { eventToRow } from '../../../src/storage/event-rows.ts';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { readOwnRows, readPending } from '../../../src/storage/outbox.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import { watchMyRecords } from '../../../src/storage/records.ts';
import { councilId, deviceId, makeRecord, personId, seen } from './records.ts';

const came = (seq: number) => ({
  seq,
  receivedAt: '2026-01-05T09:00:00.000Z',
  chain: 'c'.repeat(64),
  author: { personId, name: 'Cllr A. Member', role: null },
});

/** A tablet's database as version 1 of it was. */
const openFirstVersion = async (indexedDB: IDBFactory): Promise<Dexie> => {
  const old = new Dexie(`order-paper/${councilId}/${personId}`, { indexedDB, IDBKeyRange });
  old.version(1).stores({
    meta: 'key',
    events: 'id, meetingId, type, mine',
    opaque: 'id',
    faults: 'id',
    outbox: '++place, &id, [deviceId+n], state',
    manifests: 'meetingId',
    manifestVersions: '[meetingId+version], sha256',
    packs: 'meetingId, wish',
    blobs: 'sha256, *meetingIds, state',
    chunks: '[sha256+index]',
    drafts: 'key',
    places: 'meetingId, at',
  });
  return old.open();
};

const outboxRow = (id: string, n: number, state: 'pending' | 'received') => ({
  id,
  deviceId,
  n,
  state,
  offsetMs: null,
  receipt: null,
  queuedAt: 1000 + n,
});

test('a database of the first version keeps every record, its place and its number', async () => {
  const indexedDB = new IDBFactory();
  const old = await openFirstVersion(indexedDB);
  const [sent, waiting, erased] = [makeRecord(), makeRecord(), makeRecord()];
  const others = Array.from({ length: 1200 }, () => makeRecord());
  await old.table('meta').put({ key: 'sync', deviceId, nextN: 4, epoch: 'e', cursor: '1201', etag: null });
  await old
    .table('events')
    .bulkAdd([
      eventToRow(sent.event, sent.digest, personId, came(1)),
      eventToRow(waiting.event, waiting.digest, personId, null),
      ...others.map(({ event, digest }, at) => eventToRow(event, digest, 'somebody else', came(2 + at))),
    ]);
  await old
    .table('outbox')
    .bulkAdd([
      outboxRow(sent.event.id, 1, 'received'),
      outboxRow(erased.event.id, 2, 'received'),
      outboxRow(waiting.event.id, 3, 'pending'),
    ]);
  old.close();

  const db = openRecordsDatabase(councilId, personId, { indexedDB, IDBKeyRange });
  const rows = await readEventRows(db);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(
    [sent, waiting, ...others].map(({ event }) => event.id).toSorted(),
  );
  expect(rows.filter(({ seq }) => seq !== null)).toHaveLength(1201);
  expect(await readPending(db, 10)).toEqual([
    { deviceId, n: 3, clock: { offsetMs: null }, digest: waiting.digest, event: waiting.event },
  ]);
  expect((await seen(watchMyRecords(db))).map(({ event, state }) => [event.id, state])).toEqual([
    [waiting.event.id, 'pending'],
    [sent.event.id, 'received'],
  ]);
  const [first, purged] = await readOwnRows(db);
  expect(first).toMatchObject({ event: sent.event, digest: sent.digest, n: 1 });
  expect(purged).toMatchObject({ id: erased.event.id, event: null, state: 'received' });
  // A row for each page, not for each record.
  expect(await db.log.count()).toBe(4);
});
