import type { BlobRef, Manifest } from '../domain/meeting.ts';
import type { BlobRow } from './blob-rows.ts';
import type { RecordsDatabase } from './records-database.ts';

/** Every blob a meeting's pack is made of, each once: the papers and their reading texts. */
export const packBlobs = (manifest: Manifest): BlobRef[] => {
  const refs = manifest.papers.flatMap((paper) => [paper.file, paper.text]);
  return [...new Map(refs.map((ref) => [ref.sha256, ref])).values()];
};

const freshRow = ({ sha256, size, chunks }: BlobRef, meetingId: string): BlobRow => ({
  sha256,
  meetingIds: [meetingId],
  size,
  chunks,
  have: 0,
  state: 'wanted',
  error: null,
  checkedAt: null,
});

/** Marks what is not here yet as wanted, and gives failed ones another try. In a transaction over `blobs`. */
export const wantBlobs = async (db: RecordsDatabase, manifest: Manifest): Promise<void> => {
  const refs = packBlobs(manifest);
  const rows = await db.blobs.bulkGet(refs.map((ref) => ref.sha256));
  await db.blobs.bulkPut(
    refs.map((ref, at) => {
      const row = rows[at];
      if (row === undefined) return freshRow(ref, manifest.meetingId);
      const meetingIds = [...new Set([...row.meetingIds, manifest.meetingId])];
      return row.state === 'failed'
        ? { ...row, meetingIds, state: 'wanted', error: null }
        : { ...row, meetingIds };
    }),
  );
};

/** Takes a meeting off the blobs that are not in `keep`; those that no meeting names go, with their chunks. */
export const releaseBlobs = async (
  db: RecordsDatabase,
  meetingId: string,
  keep: ReadonlySet<string>,
): Promise<void> => {
  await db.transaction('rw', db.blobs, db.chunks, async () => {
    const rows = await db.blobs.where('meetingIds').equals(meetingId).toArray();
    for (const row of rows.filter(({ sha256 }) => !keep.has(sha256))) {
      const meetingIds = row.meetingIds.filter((id) => id !== meetingId);
      if (meetingIds.length > 0) {
        await db.blobs.put({ ...row, meetingIds });
      } else {
        await db.blobs.delete(row.sha256);
        await db.chunks.where('[sha256+index]').between([row.sha256, 0], [row.sha256, Infinity]).delete();
      }
    }
  });
};

const days = 24 * 60 * 60 * 1000;

/**
 * Meetings whose pack may go from the tablet: those that began more than 30 days ago. `now` in
 * milliseconds by the server's clock, since a tablet's wrong clock must not empty it before a meeting.
 */
export const expiredPacks = (manifests: readonly Manifest[], now: number): string[] =>
  // Local time is read as UTC: an hour does not matter in thirty days.
  manifests
    .filter(({ start }) => Date.parse(`${start}Z`) < now - 30 * days)
    .map(({ meetingId }) => meetingId);
