import type { Manifest } from '../domain/meeting.ts';
import type { Watch } from '../domain/watch.ts';
import type { BlobRow, PackRow } from './blob-rows.ts';
import { packBlobs, releaseBlobs, wantBlobs } from './packs.ts';
import type { RecordsDatabase } from './records-database.ts';
import { isQuotaError, withReopen, writeTogether } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

// As in protocol/blobs.ts, which storage may not import; a test holds the two together.
export const chunkSize = 1024 * 1024;

/**
 * How much of a meeting's pack is here. `none`: nobody asked for it, or the download was paused (`have`
 * is then more than 0). `ready`: every chunk of the latest version is here and was verified.
 */
export interface PackState {
  readonly kind: 'none' | 'waiting' | 'loading' | 'ready' | 'removed' | 'failed';
  /** Bytes. */
  readonly have: number;
  /** Bytes. */
  readonly total: number;
  readonly papers: number;
  readonly pages: number;
  /** With `failed`: `damaged`, `full` or `refused`. */
  readonly error: string | null;
  /** With `ready`: when the last chunk was verified, by the tablet's clock. */
  readonly checkedAt: number | null;
}

export const watchPack = (db: RecordsDatabase, meetingId: string): Watch<PackState> =>
  watchQuery(db, async () => {
    const row = await db.manifests.get(meetingId);
    if (row === undefined) return noPack;
    const rows = await db.blobs.bulkGet(packBlobs(row.manifest).map((ref) => ref.sha256));
    return packStateOf(row.manifest, await db.packs.get(meetingId), rows);
  });

/** Of a meeting that this tablet has not heard of. */
const noPack: PackState = {
  kind: 'none',
  have: 0,
  total: 0,
  papers: 0,
  pages: 0,
  error: null,
  checkedAt: null,
};

/** Reads the state off the rows; `rows` are those of `packBlobs(manifest)`, undefined where there is none. */
const packStateOf = (
  manifest: Manifest,
  pack: PackRow | undefined,
  rows: readonly (BlobRow | undefined)[],
): PackState => {
  const blobs = rows.filter((row) => row !== undefined);
  const isReady =
    pack !== undefined && pack.wish !== 'removed' && rows.every((row) => row?.state === 'ready');
  const failed = blobs.find((row) => row.state === 'failed');
  const kind = (): PackState['kind'] => {
    if (pack?.wish === 'removed') return 'removed';
    if (isReady) return 'ready';
    if (pack?.wish !== 'wanted') return 'none';
    if (failed !== undefined) return 'failed';
    return blobs.some((row) => row.have > 0 || row.state === 'loading') ? 'loading' : 'waiting';
  };
  const shown = kind();
  return {
    kind: shown,
    // Blobs shared with another meeting's pack are here, but not on this meeting's account.
    have: shown === 'removed' || pack === undefined ? 0 : blobs.reduce((sum, row) => sum + row.have, 0),
    total: packBlobs(manifest).reduce((sum, ref) => sum + ref.size, 0),
    papers: manifest.papers.length,
    pages: manifest.papers.reduce((sum, paper) => sum + paper.pages, 0),
    error: shown === 'failed' ? (failed?.error ?? null) : null,
    checkedAt:
      shown === 'ready'
        ? blobs.reduce<number | null>((at, row) => Math.max(at ?? 0, row.checkedAt ?? 0), null)
        : null,
  };
};

/**
 * Asks for a meeting's pack: first time, again after a failure, a pause or a removal. Wake the sync
 * afterwards. `full`: this tablet has not even room to remember that, and nothing was changed.
 */
export const requestPack = async (db: RecordsDatabase, meetingId: string): Promise<'asked' | 'full'> => {
  try {
    await withReopen(db, () =>
      writeTogether(db, [db.packs, db.blobs, db.manifests], async () => {
        await db.packs.put({ meetingId, wish: 'wanted' });
        const row = await db.manifests.get(meetingId);
        if (row !== undefined) await wantBlobs(db, row.manifest);
      }),
    );
    return 'asked';
  } catch (cause) {
    if (isQuotaError(cause)) return 'full';
    throw cause;
  }
};

/** Stops the download where it is; what has arrived stays. `full`: no room to remember that, so it goes on. */
export const pausePack = async (db: RecordsDatabase, meetingId: string): Promise<'paused' | 'full'> => {
  try {
    await withReopen(db, () =>
      writeTogether(db, [db.packs], async () => {
        const pack = await db.packs.get(meetingId);
        if (pack?.wish === 'wanted') await db.packs.put({ meetingId, wish: 'paused' });
      }),
    );
    return 'paused';
  } catch (cause) {
    if (isQuotaError(cause)) return 'full';
    throw cause;
  }
};

/** Takes a meeting's papers off this tablet; the meeting itself stays, and the papers can be asked for again. */
export const removePack = async (db: RecordsDatabase, meetingId: string): Promise<void> => {
  try {
    await markRemoved(db, meetingId);
  } catch (cause) {
    if (!isQuotaError(cause)) throw cause;
    // A full tablet refuses whatever adds a byte, and that is just when papers are removed to make room.
    await deletePack(db, meetingId);
    await markRemoved(db, meetingId).catch((again: unknown) => {
      // The papers are gone, which was asked; without the mark they may be fetched again some day.
      if (!isQuotaError(again)) throw again;
    });
  }
};

const markRemoved = (db: RecordsDatabase, meetingId: string): Promise<void> =>
  withReopen(db, () =>
    writeTogether(db, [db.packs, db.blobs, db.chunks], async () => {
      await db.packs.put({ meetingId, wish: 'removed' });
      await releaseBlobs(db, meetingId, new Set());
    }),
  );

/** Deletes and writes nothing: the pack, and what no other meeting's pack needs. */
const deletePack = (db: RecordsDatabase, meetingId: string): Promise<void> =>
  withReopen(db, () =>
    writeTogether(db, [db.packs, db.blobs, db.chunks], async () => {
      await db.packs.delete(meetingId);
      const rows = await db.blobs.where('meetingIds').equals(meetingId).toArray();
      for (const { sha256 } of rows.filter(({ meetingIds }) => meetingIds.length === 1)) {
        await db.blobs.delete(sha256);
        await db.chunks.where('[sha256+index]').between([sha256, 0], [sha256, Infinity]).delete();
      }
    }),
  );

/** What papers take on this tablet, in bytes. A blob that two meetings share counts once in the sum. */
export const storageUse = async (
  db: RecordsDatabase,
): Promise<{ readonly bytes: number; readonly byMeeting: ReadonlyMap<string, number> }> => {
  const rows = await db.blobs.toArray();
  const byMeeting = new Map<string, number>();
  for (const row of rows) {
    for (const id of row.meetingIds) byMeeting.set(id, (byMeeting.get(id) ?? 0) + row.have);
  }
  return { bytes: rows.reduce((sum, row) => sum + row.have, 0), byMeeting };
};

/** All bytes of a blob, or null unless every chunk is here. */
export const readBlob = async (
  db: RecordsDatabase,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const row = await withReopen(db, () => db.blobs.get(sha256));
  return row?.state === 'ready' ? readRange(db, sha256, 0, row.size) : null;
};

/**
 * The bytes from `begin` up to, not including, `end` (cut at the blob's end), or null when a chunk of
 * them is not here. A reader can open a paper that is still on its way: every chunk was verified.
 */
export const readRange = async (
  db: RecordsDatabase,
  sha256: string,
  begin: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const row = await withReopen(db, () => db.blobs.get(sha256));
  if (row === undefined) return null;
  const stop = Math.min(end, row.size);
  const bytes = new Uint8Array(Math.max(0, stop - begin));
  if (bytes.length === 0) return bytes;
  const first = Math.floor(begin / chunkSize);
  const last = Math.floor((stop - 1) / chunkSize);
  const chunks = await db.chunks
    .where('[sha256+index]')
    .between([sha256, first], [sha256, last], true, true)
    .toArray();
  if (chunks.length !== last - first + 1) return null;
  for (const chunk of chunks) {
    const start = chunk.index * chunkSize;
    const part = chunk.bytes.subarray(Math.max(0, begin - start), Math.min(chunk.bytes.length, stop - start));
    bytes.set(part, Math.max(0, start - begin));
  }
  return bytes;
};
