import { removePack, requestPack } from './blobs.ts';
import { readManifests } from './manifests.ts';
import { expiredPacks, packBlobs, releaseBlobs } from './packs.ts';
import type { RecordsDatabase } from './records-database.ts';

const day = 24 * 60 * 60 * 1000;

/** Asks for the packs of coming meetings, once: a person who removed or paused one is not overruled. */
export const requestComing = async (db: RecordsDatabase, serverNow: number): Promise<void> => {
  const asked = new Set(await db.packs.toCollection().primaryKeys());
  for (const { meetingId, state, start } of await readManifests(db)) {
    const isComing = state === 'coming' && Date.parse(`${start}Z`) > serverNow - day;
    if (isComing && !asked.has(meetingId)) await requestPack(db, meetingId);
  }
};

/**
 * Removes the packs of old meetings, except those that somebody fetched again in the last thirty days.
 * Returns their meetings.
 */
export const removeExpired = async (
  db: RecordsDatabase,
  serverNow: number,
  now: number,
): Promise<string[]> => {
  const removed: string[] = [];
  for (const meetingId of expiredPacks(await readManifests(db), serverNow)) {
    const pack = await db.packs.get(meetingId);
    if (pack === undefined || pack.wish === 'removed') continue;
    const rows = await db.blobs.where('meetingIds').equals(meetingId).toArray();
    const isSettled = rows.every((row) => row.checkedAt !== null && row.checkedAt < now - 30 * day);
    if (!isSettled) continue;
    await removePack(db, meetingId);
    removed.push(meetingId);
  }
  return removed;
};

/** Drops what only older versions of a meeting needed, once the latest version's pack is here whole. */
export const dropSuperseded = async (db: RecordsDatabase): Promise<void> => {
  for (const manifest of await readManifests(db)) {
    const wanted = packBlobs(manifest).map((ref) => ref.sha256);
    const rows = await db.blobs.bulkGet(wanted);
    if (rows.every((row) => row?.state === 'ready'))
      await releaseBlobs(db, manifest.meetingId, new Set(wanted));
  }
};
