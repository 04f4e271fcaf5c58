import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';
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
  db.transaction('r', db.meta, db.outbox, db.events, async () => {
    const [{ deviceId }, rows] = await Promise.all([
      readMeta(db),
      // The index gives rows of one state in the order of saving, in which their numbers rise.
      db.outbox.where('state').equals('pending').limit(limit).sortBy('n'),
    ]);
    const events = await db.events.bulkGet(rows.map((row) => row.id));
    const outgoing: Outgoing[] = [];
    for (const [at, row] of rows.entries()) {
      const stored = events[at];
      const previous = outgoing.at(-1);
      if (row.deviceId !== deviceId || stored === undefined) continue;
      if (previous !== undefined && row.n !== previous.n + 1) break;
      const { n, offsetMs } = row;
      outgoing.push({ deviceId, n, clock: { offsetMs }, digest: stored.digest, event: stored.event });
    }
    return outgoing;
  });

/** Puts each receipt beside its record, and offers again whatever the server says it does not have. */
export const storeAnswer = async (
  db: RecordsDatabase,
  { deviceId, epoch, results, next }: Answered,
): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.events, async () => {
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
 * All receipts at once: to wait for each row by itself makes a push several times slower. The event's own
 * row learns its number when it comes back with the log.
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
  if (others.length === 0) return rows;
  return [...rows, ...(await db.outbox.where('id').anyOf(others).toArray())];
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
  const present = await db.events.bulkGet(rows.map((row) => row.id));
  // An erased record can never be offered again; its row stays as proof and gives up its number.
  const offered = rows.filter((_, at) => present[at] !== undefined).toSorted((a, b) => a.place - b.place);
  for (const row of offered) await db.outbox.put({ ...row, deviceId, n: n++, state: 'pending' });
  await changeMeta(db, { nextN: n });
};

/**
 * The server was restored from a backup, or answers for the first time: reads its log from the beginning
 * and offers every kept row that it may not have. Does nothing where another tab has done it.
 */
export const changeEpoch = async (
  db: RecordsDatabase,
  { deviceId, epoch, next }: EpochChange,
): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.events, async () => {
    const meta = await readMeta(db);
    if (meta.epoch === epoch || meta.deviceId !== deviceId) return;
    await changeMeta(db, { epoch, cursor: '', etag: null, isRereading: meta.epoch !== null });
    const rows = await db.outbox.toArray();
    const mayBeMissing = rows.filter(
      (row) => row.state === 'pending' || row.deviceId !== deviceId || row.n >= next,
    );
    await offerFrom(db, deviceId, next, mayBeMissing);
    await forgetPlaces(db, mayBeMissing);
  });
};

/** What may be missing in the log has no number there, until the log itself says so again. */
const forgetPlaces = async (db: RecordsDatabase, rows: readonly OutboxRow[]): Promise<void> => {
  const events = await db.events.bulkGet(rows.map((row) => row.id));
  await db.events.bulkPut(
    events.flatMap((row) =>
      row === undefined ? [] : [{ ...row, seq: null, receivedAt: null, chain: null, author: null }],
    ),
  );
};

/** After enrolling again, unsent records travel under the new device: new numbers, the same ids and digests. */
export const adoptOutbox = async (db: RecordsDatabase, deviceId: string): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.events, async () => {
    const meta = await readMeta(db);
    if (meta.deviceId === deviceId) return;
    await changeMeta(db, { deviceId });
    await offerFrom(db, deviceId, 1, await db.outbox.where('state').equals('pending').toArray());
  });
};
