import { packBlobs, releaseBlobs, wantBlobs } from './packs.ts';
import type { RecordsDatabase } from './records-database.ts';

/**
 * Takes a version of a meeting off the tablet, after this person may no longer read it. An earlier version
 * that may still be read is shown again; without one the meeting goes with its pack, its place and every
 * blob that no other meeting uses. What the person said about it stays. In a transaction over `manifests`,
 * `manifestVersions`, `packs`, `blobs`, `chunks` and `places`.
 */
export const withdrawManifest = async (
  db: RecordsDatabase,
  meetingId: string,
  version: number,
): Promise<void> => {
  await db.manifestVersions.delete([meetingId, version]);
  const shown = await db.manifests.get(meetingId);
  if (shown !== undefined && shown.version !== version) return;
  const left = await db.manifestVersions
    .where('[meetingId+version]')
    .between([meetingId, 0], [meetingId, Infinity])
    .last();
  if (left === undefined) {
    await db.manifests.delete(meetingId);
    await db.packs.delete(meetingId);
    await db.places.delete(meetingId);
    await releaseBlobs(db, meetingId, new Set());
  } else {
    await db.manifests.put(left);
    await releaseBlobs(db, meetingId, new Set(packBlobs(left.manifest).map(({ sha256 }) => sha256)));
    // Its own papers may have gone when the later version came.
    const wish = (await db.packs.get(meetingId))?.wish;
    if (wish === 'wanted' || wish === 'paused') await wantBlobs(db, left.manifest);
  }
};
