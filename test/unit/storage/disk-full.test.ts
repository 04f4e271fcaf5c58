import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { pausePack, requestPack } from '../../../src/storage/blobs.ts';
import { readDraft, saveDraft } from '../../../src/storage/drafts.ts';
import { readNextNumber } from '../../../src/storage/next-number.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import type { RecordsDatabase } from '../../../src/storage/records-database.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { endForQuota, interceptTransactions } from '../../support/failing-connection.ts';
import { makeRecord, openTab, request } from './records.ts';

/** Lets every write to one table end as a browser without room does. */
const fillDisk = (db: RecordsDatabase, table: string): (() => void) => {
  let isFull = true;
  interceptTransactions(db, ({ begin }) => (isFull ? endForQuota(begin(), table) : begin()));
  return () => (isFull = false);
};

test('a record that finds no room is not saved by halves, and says why', async () => {
  const db = openTab();
  const free = fillDisk(db, 'outbox');
  await saveDraft(db, 'apology', { text: 'half' });
  const made = [makeRecord()];
  const saved = await saveEvents(db, { ...request(made), draft: { key: 'apology', isKept: false } });
  expect(saved).toEqual({ ok: false, error: { kind: 'full' } });
  expect([(await readEventRows(db)).length, await db.outbox.count(), await readNextNumber(db)]).toEqual([
    0, 0, 1,
  ]);
  expect(await readDraft(db, 'apology')).toEqual({ text: 'half' });

  free();
  expect(await saveEvents(db, request(made))).toEqual({ ok: true });
  expect((await db.outbox.toArray()).map((row) => row.n)).toEqual([1]);
});

test('a chunk that finds no room fails its pack and touches nothing else', async () => {
  const db = openTab();
  fillDisk(db, 'chunks');
  await saveEvents(db, request([makeRecord()]));
  const row = { meetingIds: ['m'], size: 3, have: 0, error: null, checkedAt: null, state: 'wanted' as const };
  await db.blobs.bulkAdd([
    { ...row, sha256: 'one', chunks: ['x'] },
    { ...row, sha256: 'two', chunks: ['y'] },
    { ...row, sha256: 'there', chunks: ['z'], have: 3, state: 'ready' },
  ]);
  const store = createSyncStore(db);
  const stored = await store.storeChunk('one', { index: 0, bytes: new Uint8Array([1, 2, 3]) }, 1);
  expect(stored).toBe('full');
  await store.failBlob('one', 'full');
  const states = (await db.blobs.toArray()).map(({ sha256, state, error }) => [sha256, state, error]);
  expect(states).toEqual([
    ['one', 'failed', 'full'],
    ['there', 'ready', null],
    ['two', 'failed', 'full'],
  ]);
  expect(await db.outbox.count()).toBe(1);
  expect(await db.chunks.count()).toBe(0);
});

test('a download that can be neither asked for nor paused says that there is no room', async () => {
  const db = openTab();
  await db.packs.put({ meetingId: 'm', wish: 'wanted' });
  const free = fillDisk(db, 'packs');
  expect(await pausePack(db, 'm')).toBe('full');
  expect(await requestPack(db, 'm')).toBe('full');
  expect(await db.packs.get('m')).toMatchObject({ wish: 'wanted' });
  free();
  expect(await pausePack(db, 'm')).toBe('paused');
  expect(await db.packs.get('m')).toMatchObject({ wish: 'paused' });
});
