import { changeMeta, readMeta } from './meta.ts';
import type { SyncMeta } from './meta-row.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { RecordsDatabase } from './records-database.ts';

/**
 * The `n` of the next record. What waits says it itself: a save that also wrote the number down would write a third
 * more (docs/decisions/0017-a-save-writes-one-row.md). Only where nothing waits is it the one written down.
 */
export const nextNumber = ({ deviceId, nextN }: SyncMeta, last: OutboxRow | undefined): number =>
  last !== undefined && last.deviceId === deviceId ? Math.max(nextN, last.n + 1) : nextN;

export const readNextNumber = async (db: RecordsDatabase): Promise<number> =>
  nextNumber(...(await readBoth(db)));

/** Before rows leave the outbox, in their transaction: the next number must not go with them. */
export const keepNextNumber = async (db: RecordsDatabase): Promise<void> => {
  const [meta, last] = await readBoth(db);
  const nextN = nextNumber(meta, last);
  if (nextN !== meta.nextN) await changeMeta(db, { nextN });
};

const readBoth = (db: RecordsDatabase): Promise<[SyncMeta, OutboxRow | undefined]> =>
  Promise.all([readMeta(db), lastWaiting(db)]);

/** In the order of saving, in which numbers rise. */
export const lastWaiting = (db: RecordsDatabase): Promise<OutboxRow | undefined> =>
  db.outbox.orderBy('place').last();
