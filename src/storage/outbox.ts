import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';
import { readBundled, removeBundled, rowsWithIds } from './bundles.ts';
import { changeMeta, readMeta } from './meta.ts';
import { keepNextNumber, lastWaiting, readNextNumber } from './next-number.ts';
import type { OutboxRow, OutboxState, SentRow } from './outbox-row.ts';
import type { RecordsDatabase } from './records-database.ts';
import { bundleSent } from './sent-bundle.ts';

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
    // In the order of saving their numbers rise.
    const [{ deviceId }, rows] = await Promise.all([readMeta(db), firstRows(db, limit)]);
    const outgoing: Outgoing[] = [];
    for (const { deviceId: of, n, offsetMs, digest, event } of rows) {
      const previous = outgoing.at(-1);
      if (of !== deviceId) continue;
      if (previous !== undefined && n !== previous.n + 1) break;
      outgoing.push({ deviceId, n, clock: { offsetMs }, digest, event });
    }
    return outgoing;
  });

const firstRows = (db: RecordsDatabase, count: number): Promise<OutboxRow[]> =>
  db.outbox.orderBy('place').limit(count).toArray();

/** Everything said on this tablet, in the order of saving. */
export const readOwnRows = (db: RecordsDatabase): Promise<(OutboxRow | SentRow)[]> =>
  db.transaction('r', [db.outbox, db.sent], async () => {
    const [waiting, sent] = await Promise.all([db.outbox.toArray(), db.sent.toArray()]);
    return inOrder([...sent.flatMap(({ rows }) => rows), ...waiting]);
  });

const inOrder = <Row extends OutboxRow | SentRow>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.place - b.place);

/** Puts each receipt beside its record, and offers again whatever the server says it does not have. */
export const storeAnswer = async (
  db: RecordsDatabase,
  { deviceId, epoch, results, next }: Answered,
): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.sent, db.log, async () => {
    const meta = await readMeta(db);
    // Late, and from a server that was put back since: what it received then it may not have now.
    if (meta.epoch !== null && meta.epoch !== epoch) return;
    await keepNextNumber(db);
    await storeReceipts(db, results);
    if (meta.deviceId !== deviceId) return;
    const sent = await sentFrom(db, deviceId, next);
    if (sent.length === 0 && (await isInStep(db, deviceId, next))) return;
    const waiting = await db.outbox.toArray();
    const behind = waiting.filter((row) => row.deviceId !== deviceId || row.n >= next);
    await offerFrom(db, deviceId, next, behind, sent);
  });
};

/**
 * All receipts at once: to wait for each row by itself makes a push several times slower. A record that has
 * its answer already keeps it, as when another tab was quicker.
 */
const storeReceipts = async (db: RecordsDatabase, receipts: readonly Receipt[]): Promise<void> => {
  const first = await firstRows(db, receipts.length);
  const rows = [...first, ...(await readElsewhere(db, first, receipts))];
  const receiptOf = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  const answered = rows.flatMap((row): SentRow[] => {
    const receipt = receiptOf.get(row.id);
    if (receipt === undefined) return [];
    const taken = receipt.status === 'applied' || receipt.status === 'duplicate';
    return [{ ...row, state: taken ? 'received' : receipt.status, receipt }];
  });
  await Promise.all([takeOut(db, first, answered), db.sent.bulkAdd(bundleSent(answered))]);
};

/** What receipts are for and does not stand first any more. */
const readElsewhere = async (
  db: RecordsDatabase,
  first: readonly OutboxRow[],
  receipts: readonly Receipt[],
): Promise<OutboxRow[]> => {
  const found = new Set(first.map(({ id }) => id));
  return rowsWithIds(
    db.outbox,
    'id',
    receipts.map(({ id }) => id).filter((id) => !found.has(id)),
  );
};

/** Takes answered rows out of the outbox: all of the first at once, as after nearly every push. */
const takeOut = async (
  db: RecordsDatabase,
  first: readonly OutboxRow[],
  answered: readonly SentRow[],
): Promise<void> => {
  const places = answered.map(({ place }) => place);
  const last = first.at(-1)?.place;
  const isFirst = answered.length === first.length && places.at(-1) === last;
  if (isFirst && last !== undefined) await db.outbox.where('place').belowOrEqual(last).delete();
  else await db.outbox.bulkDelete(places);
};

/** What was answered, although the server expects its number only now. */
const sentFrom = async (db: RecordsDatabase, deviceId: string, next: number): Promise<SentRow[]> => {
  const bundles = await db.sent
    .where('[deviceId+lastN]')
    .between([deviceId, next], [deviceId, Infinity])
    .toArray();
  return bundles.flatMap(({ rows }) => rows).filter(({ n }) => n >= next);
};

/**
 * Whether what waits has just the numbers from `next` on, as after nearly every push. Looks at both ends
 * alone: a long queue is not gone through for each batch of it.
 */
const isInStep = async (db: RecordsDatabase, deviceId: string, next: number): Promise<boolean> => {
  const [count, first, last, nextN] = await Promise.all([
    db.outbox.count(),
    db.outbox.orderBy('place').first(),
    lastWaiting(db),
    readNextNumber(db),
  ]);
  if (count !== nextN - next) return false;
  if (first === undefined || last === undefined) return true;
  return (
    first.deviceId === deviceId && first.n === next && last.deviceId === deviceId && last.n === nextN - 1
  );
};

/**
 * Gives what waits, and what was answered and is to wait again, the numbers from `next` on, in the order in
 * which they were saved. That is safe because the server knows no number from `next` on, and knows a record
 * by its id whatever number it comes under.
 */
const offerFrom = async (
  db: RecordsDatabase,
  deviceId: string,
  next: number,
  waiting: readonly OutboxRow[],
  again: readonly SentRow[],
): Promise<void> => {
  // An erased record can never be offered again; its row stays as proof and gives up its number.
  const revived = await withEvents(db, again);
  await removeBundled(
    db.sent,
    revived.map(({ id }) => id),
  );
  let n = next;
  const offered = inOrder([...waiting, ...revived]).map((row) => ({ ...row, deviceId, n: n++ }));
  await db.outbox.bulkPut(offered);
  await changeMeta(db, { nextN: n });
};

/** What was purged while its person could not read it may have come back with the log since. */
const withEvents = async (db: RecordsDatabase, rows: readonly SentRow[]): Promise<OutboxRow[]> => {
  const purged = rows.filter(({ event }) => event === null).map(({ id }) => id);
  const back = new Map((await readBundled(db.log, purged)).map(({ id, event }) => [id, event]));
  return rows.flatMap((row): OutboxRow[] => {
    const event = row.event ?? back.get(row.id);
    return event === undefined ? [] : [{ ...row, event, state: 'pending' }];
  });
};

/**
 * The server was restored from a backup, or answers for the first time: reads its log from the beginning
 * and offers every kept row that it may not have. Does nothing where another tab has done it.
 */
export const changeEpoch = async (
  db: RecordsDatabase,
  { deviceId, epoch, next }: EpochChange,
): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.sent, db.log, async () => {
    const meta = await readMeta(db);
    if (meta.epoch === epoch || meta.deviceId !== deviceId) return;
    await changeMeta(db, { epoch, cursor: '', etag: null, isRereading: meta.epoch !== null });
    const sent = (await db.sent.toArray()).flatMap(({ rows }) => rows);
    const mayBeMissing = sent.filter((row) => row.deviceId !== deviceId || row.n >= next);
    await offerFrom(db, deviceId, next, await db.outbox.toArray(), mayBeMissing);
    // What may be missing in the log has no number there, until the log itself says so again.
    const ids = (await db.outbox.toArray()).map(({ id }) => id);
    await removeBundled(db.log, ids);
  });
};

/** After enrolling again, unsent records travel under the new device: new numbers, the same ids and digests. */
export const adoptOutbox = async (db: RecordsDatabase, deviceId: string): Promise<void> => {
  await db.transaction('rw', db.meta, db.outbox, db.sent, db.log, async () => {
    const meta = await readMeta(db);
    if (meta.deviceId === deviceId) return;
    await changeMeta(db, { deviceId });
    await offerFrom(db, deviceId, 1, await db.outbox.toArray(), []);
  });
};
