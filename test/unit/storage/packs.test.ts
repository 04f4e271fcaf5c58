import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { removePack, requestPack, storageUse, watchPack } from '../../../src/storage/blobs.ts';
import {
  putManifest,
  readManifestVersion,
  watchManifest,
  watchManifests,
} from '../../../src/storage/manifests.ts';
import { expiredPacks } from '../../../src/storage/packs.ts';
import { removeExpired, requestComing } from '../../../src/storage/pack-rules.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { councilId, openTab, seen } from './records.ts';

const day = 24 * 3600 * 1000;
const now = Date.UTC(2026, 5, 1);
const on = (days: number): string => new Date(now + days * day).toISOString().slice(0, 16);

const manifestOf = (meetingId: string, start: string, version = 1, blobs = ['paper']): Manifest => ({
  format: 1,
  meetingId,
  version,
  reason: 'First publication',
  councilId,
  committee: { id: 'c', name: 'Scrutiny Panel', type: 'scrutiny' },
  start,
  zone: 'Europe/London',
  venue: 'County Hall',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats: [],
  contacts: [],
  items: [],
  papers: blobs.map((sha256) => ({
    id: sha256,
    title: sha256,
    kind: 'report',
    itemId: null,
    mediaType: 'application/pdf',
    pages: 2,
    file: { sha256, size: 3, chunks: ['x'] },
    text: { sha256: `text of ${sha256}`, size: 0, chunks: [] },
  })),
  plans: [],
});

const fetchAll = async (db: ReturnType<typeof openTab>, at: number): Promise<void> => {
  const store = createSyncStore(db);
  for (;;) {
    const blob = await store.nextMissingBlob(now);
    if (blob === null) return;
    await store.storeChunk(blob.sha256, null, at);
    for (const index of blob.missing)
      await store.storeChunk(blob.sha256, { index, bytes: new Uint8Array(3) }, at);
  }
};

test('the latest version is shown, an older one never takes its place, and every version is kept', async () => {
  const db = openTab();
  await putManifest(db, 'two', manifestOf('m', on(1), 2));
  await putManifest(db, 'one', manifestOf('m', on(2), 1));
  await putManifest(db, 'early', manifestOf('e', on(0)));
  expect((await seen(watchManifest(db, 'm')))?.version).toBe(2);
  expect((await seen(watchManifests(db))).map((manifest) => manifest.meetingId)).toEqual(['e', 'm']);
  expect((await readManifestVersion(db, 'm', 1))?.start).toBe(on(2));
  // A published version is immutable, whoever says otherwise later.
  await putManifest(db, 'false', manifestOf('m', on(5), 2));
  expect((await readManifestVersion(db, 'm', 2))?.start).toBe(on(1));
});

test('packs of meetings more than thirty days ago may go, coming ones never', () => {
  const manifests = [-31, -30, -1, 0, 1, 400].map((days) => manifestOf(String(days), on(days)));
  expect(expiredPacks(manifests, now)).toEqual(['-31']);
});

test('an old pack goes by the rule, can be fetched again, and then stays for a while', async () => {
  const db = openTab();
  await putManifest(db, 'old', manifestOf('old', on(-40), 1, ['old', 'shared']));
  await putManifest(db, 'next', manifestOf('next', on(3), 1, ['shared']));
  await requestPack(db, 'old');
  await requestComing(db, now);
  await fetchAll(db, now - 60 * day);
  expect((await seen(watchPack(db, 'old'))).kind).toBe('ready');
  expect(await storageUse(db)).toMatchObject({ bytes: 6 });

  expect(await removeExpired(db, now, now)).toEqual(['old']);
  expect(await seen(watchPack(db, 'old'))).toMatchObject({ kind: 'removed', have: 0, total: 6 });
  // What the next meeting shares with it is still there.
  expect(await seen(watchPack(db, 'next'))).toMatchObject({ kind: 'ready', have: 3 });

  await requestPack(db, 'old');
  await fetchAll(db, now);
  expect(await removeExpired(db, now, now)).toEqual([]);
  expect((await seen(watchPack(db, 'old'))).kind).toBe('ready');
});

test('the soonest coming meeting is fetched first, and a removed pack is not asked for again by itself', async () => {
  const db = openTab();
  const store = createSyncStore(db);
  await putManifest(db, 'a', manifestOf('late', on(9), 1, ['late']));
  await putManifest(db, 'b', manifestOf('soon', on(2), 1, ['soon']));
  await putManifest(db, 'c', manifestOf('past', on(-2), 1, ['past']));
  await requestPack(db, 'past');
  await requestComing(db, now);
  const order: string[] = [];
  for (let blob = await store.nextMissingBlob(now); blob !== null; blob = await store.nextMissingBlob(now)) {
    if (blob.size > 0) order.push(blob.sha256);
    await store.storeChunk(blob.sha256, null, now);
    for (const index of blob.missing)
      await store.storeChunk(blob.sha256, { index, bytes: new Uint8Array(3) }, now);
  }
  expect(order).toEqual(['soon', 'late', 'past']);
  await removePack(db, 'soon');
  await requestComing(db, now);
  expect(await store.nextMissingBlob(now)).toBeNull();
});
