import type { Manifest } from '../domain/meeting.ts';
import type { Watch } from '../domain/watch.ts';
import { wantBlobs } from './packs.ts';
import type { RecordsDatabase } from './records-database.ts';
import { watchQuery } from './watch-query.ts';

/**
 * Keeps a verified manifest. Every version is kept, since records name the one they were made on; what
 * is shown is never replaced by an older one. A pack that was asked for follows to the new version.
 */
export const putManifest = async (db: RecordsDatabase, sha256: string, manifest: Manifest): Promise<void> => {
  const { meetingId, version } = manifest;
  await db.transaction('rw', db.manifests, db.manifestVersions, db.packs, db.blobs, async () => {
    const known = await db.manifestVersions.get([meetingId, version]);
    // Published versions are immutable: the first to arrive stays.
    if (known === undefined) await db.manifestVersions.add({ meetingId, version, sha256, manifest });
    const shown = await db.manifests.get(meetingId);
    if (shown !== undefined && shown.version >= version) return;
    await db.manifests.put({ meetingId, version, sha256, manifest });
    const wish = (await db.packs.get(meetingId))?.wish;
    if (wish === 'wanted' || wish === 'paused') await wantBlobs(db, manifest);
  });
};

/** The latest version of each meeting, by start. */
export const watchManifests = (db: RecordsDatabase): Watch<Manifest[]> =>
  watchQuery(db, () => readManifests(db));

export const readManifests = async (db: RecordsDatabase): Promise<Manifest[]> => {
  const rows = await db.manifests.toArray();
  return rows
    .map(({ manifest }) => manifest)
    .toSorted((a, b) => a.start.localeCompare(b.start) || a.meetingId.localeCompare(b.meetingId));
};

export const watchManifest = (db: RecordsDatabase, meetingId: string): Watch<Manifest | null> =>
  watchQuery(db, async () => (await db.manifests.get(meetingId))?.manifest ?? null);

/** The version that a record was made on, or null when it never reached this tablet. */
export const readManifestVersion = async (
  db: RecordsDatabase,
  meetingId: string,
  version: number,
): Promise<Manifest | null> => (await db.manifestVersions.get([meetingId, version]))?.manifest ?? null;
