import type { BlobRow, ChunkRow } from './blob-rows.ts';
import { chunkSize } from './blobs.ts';
import type { RecordsDatabase } from './records-database.ts';
import { writeTogether } from './reopen.ts';

/** A blob that a wanted pack still lacks, with the chunks that are not here. */
export interface MissingBlob {
  readonly sha256: string;
  readonly size: number;
  readonly chunks: readonly string[];
  readonly missing: readonly number[];
}

export type Chunk = Omit<ChunkRow, 'sha256'>;

/** `damaged`: not what was published; `full`: no room on this tablet; `refused`: the server does not give it. */
export type BlobFault = 'damaged' | 'full' | 'refused';

/** What the next download should bring: the soonest meeting first. `now` in milliseconds by the server's clock. */
export const nextMissingBlob = async (db: RecordsDatabase, now: number): Promise<MissingBlob | null> =>
  db.transaction('r', db.packs, db.blobs, db.chunks, db.manifests, async () => {
    const packs = await db.packs.where('wish').equals('wanted').toArray();
    const distances = new Map<string, number>();
    for (const { meetingId } of packs) {
      const start = (await db.manifests.get(meetingId))?.manifest.start;
      if (start !== undefined) distances.set(meetingId, distanceTo(Date.parse(`${start}Z`), now));
    }
    const distanceOf = (row: BlobRow): number =>
      Math.min(...row.meetingIds.map((id) => distances.get(id) ?? Infinity));
    const rows = await db.blobs.where('state').anyOf('wanted', 'loading').toArray();
    const wanted = rows.filter((row) => row.meetingIds.some((id) => distances.has(id)));
    const [row] = wanted.toSorted((a, b) => distanceOf(a) - distanceOf(b) || a.size - b.size);
    if (row === undefined) return null;
    const here = new Set((await chunksOf(db, row.sha256).primaryKeys()).map(([, index]) => index));
    const missing = row.chunks.map((_, index) => index).filter((index) => !here.has(index));
    return { sha256: row.sha256, size: row.size, chunks: row.chunks, missing };
  });

const century = 100 * 365 * 24 * 60 * 60 * 1000;

// Coming meetings by their date, then past ones from the latest back.
const distanceTo = (start: number, now: number): number =>
  start >= now - 24 * 60 * 60 * 1000 ? start - now : century + now - start;

const chunksOf = (db: RecordsDatabase, sha256: string) =>
  db.chunks.where('[sha256+index]').between([sha256, 0], [sha256, Infinity]);

/** Whether a blob is still asked for: a pause or a removal stops a download between two chunks. */
export const isBlobWanted = async (db: RecordsDatabase, sha256: string): Promise<boolean> => {
  const row = await db.blobs.get(sha256);
  const packs = await db.packs.bulkGet([...(row?.meetingIds ?? [])]);
  return packs.some((pack) => pack?.wish === 'wanted');
};

/**
 * Keeps one verified chunk, once. The blob becomes `ready` with its last chunk, in the same transaction.
 * A null chunk looks again at what is here. A full disk throws, and nothing else is touched.
 */
export const storeChunk = async (
  db: RecordsDatabase,
  sha256: string,
  chunk: Chunk | null,
  now: number,
): Promise<void> => {
  await writeTogether(db, [db.blobs, db.chunks], async () => {
    const row = await db.blobs.get(sha256);
    // Removed while the chunk was on its way.
    if (row === undefined || row.state === 'ready') return;
    // A second tab may have brought it too; `put` makes that the same chunk.
    if (chunk !== null) await db.chunks.put({ sha256, ...chunk });
    const here = await chunksOf(db, sha256).primaryKeys();
    const isComplete = here.length === row.chunks.length;
    await db.blobs.put({
      ...row,
      have: here.reduce((sum, [, index]) => sum + Math.min(chunkSize, row.size - index * chunkSize), 0),
      state: isComplete ? 'ready' : 'loading',
      checkedAt: isComplete ? now : null,
    });
  });
};

/** Says why a blob cannot be had; `full` concerns everything still to come of the same packs. */
export const failBlob = async (db: RecordsDatabase, sha256: string, error: BlobFault): Promise<void> => {
  await db.transaction('rw', db.blobs, async () => {
    const row = await db.blobs.get(sha256);
    if (row === undefined) return;
    const concerned =
      error === 'full'
        ? await db.blobs.where('meetingIds').anyOf(row.meetingIds).distinct().toArray()
        : [row];
    const open = concerned.filter(({ state }) => state === 'wanted' || state === 'loading');
    await db.blobs.bulkPut(open.map((one) => ({ ...one, state: 'failed' as const, error })));
  });
};
