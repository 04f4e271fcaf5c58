import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';
import { readLogRows, removeLogRows, rowsWithIds } from './log.ts';
import { changeMeta, readMeta } from './meta.ts';
import type { OutboxRow, OutboxState } from './outbox-row.ts';
import type { RecordsDatabase } from './records-database.ts';

export type { OutboxState };

/** A record as it goes into an envelope. */
export interface Outgoing {
  readonly deviceId: string;
  readonly n: number;
  readonly clock: { readonly offsetMs: number | null };
  readonly digest: string;
  readonly event: AnyEvent;
}

/** What the server answered to one push. */
export interface Answered {
  readonly deviceId: string;
  /** The server's when it answered. */
  readonly epoch: string;
  readonly results: readonly Receipt[];
  /** The `n` that the server expects next from this device. */
  readonly next: number;
}

/** The server has another epoch than this tablet knew. */
export interface EpochChange {
  readonly deviceId: string;
  readonly epoch: string;
  /** The `n` that the server expects next from this device. */
  readonly next: number;
}

/** The unsent records from the lowest `n` on, without a gap, at most `limit`: what a long queue costs, however long. */
export const readPending = async (db: RecordsDatabase, limit: number): Promise<Outgoing[]> =>
  db.transaction('r', db.meta, db.outbox, async () => {
    const [{ deviceId }, rows] = await Promise.all([
      readMeta(db),
      // The index gives rows of one state in the order of saving, in which their numbers rise.
      db.outbox.where('state').equals('pending').limit(limit).sortBy('n'),
    ]);
    const outgoing: Outgoing[] = [];
    for (const { deviceId: of, n, offsetMs, digest, event } of rows) {
      const previous = outgoing.at(-1);
      if (of !== deviceId || event === null) continue;
      if (previous !== undefined && n !== previous.n + 1) break;
      outgoing.push({ deviceId, n, clock: { offsetMs }, digest, event });
    }
    return outgoing;
  });

/** Puts each receipt beside its record, and offers again whatever the server says it does not have. */
export const storeAnswer = async (
  db: RecordsDatabase,
  { deviceId, epoch, results, next }: Answered,
): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, async () => {
    const meta = await readMeta(db);
    // Late, and from a server that was put back since: what it received then it may not have now.
    if (meta.epoch !== null && meta.epoch !== epoch) return;
    await storeReceipts(db, deviceId, results);
    if (meta.deviceId !== deviceId || (await isInStep(db, deviceId, next, meta.nextN))) return;
    const behind = await numberedFrom(db, deviceId, next).toArray();
    await offerFrom(db, deviceId, next, behind);
  });
};

/**
 * All receipts at once: to wait for each row by itself makes a push several times slower. The record gets its
 * number in the log when it comes back from there.
 */
const storeReceipts = async (
  db: RecordsDatabase,
  deviceId: string,
  receipts: readonly Receipt[],
): Promise<void> => {
  const rows = await readAnswered(db, deviceId, receipts);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const changed = receipts.flatMap((receipt): OutboxRow[] => {
    const row = rowOf.get(receipt.id);
    if (row === undefined) return [];
    const taken = receipt.status === 'applied' || receipt.status === 'duplicate';
    return [{ ...row, state: taken ? 'received' : receipt.status, receipt }];
  });
  await db.outbox.bulkPut(changed);
};

/** The rows that receipts are for: those of the batch in one read, and by id what came under another number. */
const readAnswered = async (
  db: RecordsDatabase,
  deviceId: string,
  receipts: readonly Receipt[],
): Promise<readonly OutboxRow[]> => {
  const last = Math.max(0, ...receipts.map(({ n }) => n));
  const rows = await numberedFrom(db, deviceId, last - receipts.length + 1)
    .limit(receipts.length)
    .toArray();
  const found = new Set(rows.map(({ id }) => id));
  const others = receipts.map(({ id }) => id).filter((id) => !found.has(id));
  return [...rows, ...(await rowsWithIds(db.outbox, 'id', others))];
};

const numberedFrom = (db: RecordsDatabase, deviceId: string, n: number) =>
  db.outbox.where('[deviceId+n]').between([deviceId, n], [deviceId, Infinity]);

/**
 * Whether the rows from `next` on are just those that wait, without a gap, as
 * after nearly every push. Reads keys alone: a long queue is not gone through for each batch of it.
 */
const isInStep = async (
  db: RecordsDatabase,
  deviceId: string,
  next: number,
  nextN: number,
): Promise<boolean> => {
  const [places, waiting] = await Promise.all([
    numberedFrom(db, deviceId, next).primaryKeys(),
    db.outbox.where('state').equals('pending').primaryKeys(),
  ]);
  const pending = new Set(waiting);
  return places.length === nextN - next && places.every((place) => pending.has(place));
};

/**
 * Gives rows the numbers from `next` on, in the order in which they were saved. That is safe because the
 * server knows no number from `next` on, and knows a record by its id whatever number it comes under.
 */
const offerFrom = async (
  db: RecordsDatabase,
  deviceId: string,
  next: number,
  rows: readonly OutboxRow[],
): Promise<void> => {
  let n = next;
  // An erased record can never be offered again; its row stays as proof and gives up its number.
  const offered = (await withEvents(db, rows))
    .filter(({ event }) => event !== null)
    .toSorted((a, b) => a.place - b.place)
    .map((row): OutboxRow => ({ ...row, deviceId, n: n++, state: 'pending' }));
  await db.outbox.bulkPut(offered);
  await changeMeta(db, { nextN: n });
};

/** What was purged while its person could not read it may have come back with the log since. */
const withEvents = async (db: RecordsDatabase, rows: readonly OutboxRow[]): Promise<OutboxRow[]> => {
  const purged = rows.filter(({ event }) => event === null).map(({ id }) => id);
  const back = await readLogRows(db, purged);
  return rows.map((row) => (row.event === null ? { ...row, event: back.get(row.id)?.event ?? null } : row));
};

/**
 * The server was restored from a backup, or answers for the first time: reads its log from the beginning
 * and offers every kept row that it may not have. Does nothing where another tab has done it.
 */
export const changeEpoch = async (
  db: RecordsDatabase,
  { deviceId, epoch, next }: EpochChange,
): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.log, async () => {
    const meta = await readMeta(db);
    if (meta.epoch === epoch || meta.deviceId !== deviceId) return;
    await changeMeta(db, { epoch, cursor: '', etag: null, isRereading: meta.epoch !== null });
    const rows = await db.outbox.toArray();
    const mayBeMissing = rows.filter(
      (row) => row.state === 'pending' || row.deviceId !== deviceId || row.n >= next,
    );
    await offerFrom(db, deviceId, next, mayBeMissing);
    // What may be missing in the log has no number there, until the log itself says so again.
    const ids = mayBeMissing.map(({ id }) => id);
    await removeLogRows(db, ids);
  });
};

/** After enrolling again, unsent records travel under the new device: new numbers, the same ids and digests. */
export const adoptOutbox = async (db: RecordsDatabase, deviceId: string): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.log, async () => {
    const meta = await readMeta(db);
    if (meta.deviceId === deviceId) return;
    await changeMeta(db, { deviceId });
    await offerFrom(db, deviceId, 1, await db.outbox.where('state').equals('pending').toArray());
  });
};
