import { removeBundled, rowsWithIds } from './bundles.ts';
import { keepAll, type Arrived } from './keep-items.ts';
import { changeMeta, readMeta } from './meta.ts';
import type { SentRow } from './outbox-row.ts';
import { keepNextNumber } from './next-number.ts';
import type { RecordsDatabase } from './records-database.ts';
import { bundleSent } from './sent-bundle.ts';
import { withdrawManifest } from './withdraw-manifest.ts';

export interface Pulled {
  readonly sentCursor: string;
  readonly response: {
    readonly epoch: string;
    readonly purges: readonly string[];
    readonly cursor: string;
    /** False, or absent, on the last page that there is at present. */
    readonly more?: boolean;
  };
  readonly etag: string | null;
  readonly items: readonly Arrived[];
}

/**
 * Keeps items, purges and the new cursor as one, and only if the stored cursor is still the one that was
 * sent: of two tabs that pulled the same page, one is answered false and nothing is skipped.
 */
export const applyPull = async (
  db: RecordsDatabase,
  { sentCursor, response, etag, items }: Pulled,
): Promise<boolean> =>
  db.transaction('rw', pullTables(db), async () => {
    const meta = await readMeta(db);
    if (meta.cursor !== sentCursor) return false;
    if (meta.epoch !== null && meta.epoch !== response.epoch) return false;
    const { epoch, cursor } = response;
    await keepAll(db, items, epoch);
    await purgeAll(db, response.purges);
    const isRereading = meta.isRereading === true && response.more === true;
    if (meta.isRereading === true && !isRereading) await purgeAll(db, await findGone(db, epoch));
    await changeMeta(db, { epoch, cursor, etag, isRereading });
    return true;
  });

// What a purge may take with it is part of the same transaction.
const pullTables = (db: RecordsDatabase) => [
  db.meta,
  db.log,
  db.opaque,
  db.faults,
  db.outbox,
  db.sent,
  db.manifests,
  db.manifestVersions,
  db.packs,
  db.blobs,
  db.chunks,
  db.places,
];

/** Keeps rows that were pulled earlier and are understood only now, after an update of the app. */
export const keepItems = async (db: RecordsDatabase, items: readonly Arrived[]): Promise<void> => {
  await db.transaction('rw', [db.meta, db.log, db.outbox, db.sent, db.opaque, db.faults], async () => {
    const { epoch } = await readMeta(db);
    await keepAll(db, items, epoch ?? '');
  });
};

/**
 * What others said and the log no longer brings, now that all of it was read again: the backup did not have
 * it, or does not know that this person may read it. It comes back when its author's tablet offers it. The
 * person's own words are never taken away.
 */
const findGone = async (db: RecordsDatabase, epoch: string): Promise<string[]> => {
  const bundles = await db.log.where('mine').equals(0).toArray();
  return bundles
    .flatMap(({ rows }) => rows)
    .filter((row) => row.epoch !== epoch)
    .map(({ id }) => id);
};

const purgeAll = async (db: RecordsDatabase, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  const [logged, sent, waiting] = await Promise.all([
    removeBundled(db.log, ids),
    removeBundled(db.sent, ids),
    rowsWithIds(db.outbox, 'id', ids),
    db.opaque.bulkDelete([...ids]),
  ]);
  if (waiting.length > 0) await keepNextNumber(db);
  // The council can only purge what it has: nothing is left to send, although its receipt went astray.
  const arrived = waiting.map((row): SentRow => ({ ...row, state: 'received' }));
  await Promise.all([
    db.outbox.bulkDelete(waiting.map(({ place }) => place)),
    db.sent.bulkAdd(bundleSent([...sent, ...arrived].map((row) => ({ ...row, event: null })))),
  ]);
  for (const event of logged.map((row) => row.event)) {
    if (event.type === 'meeting.publish') {
      await withdrawManifest(db, event.body.meetingId, event.body.version);
    }
  }
};
