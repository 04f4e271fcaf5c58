import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Watch } from '../domain/watch.ts';
import { meetingOf, rowToStoredEvent, type EventRow, type StoredEvent } from './event-rows.ts';
import { atOneMoment, readEventRow, toEventRows } from './event-view.ts';
import { readBundled, rowsWithIds } from './bundles.ts';
import type { LogBundle } from './log-bundle.ts';
import { Changes } from './changes.ts';
import { freshMeta, readMeta } from './meta.ts';
import type { MetaRow, SyncMeta } from './meta-row.ts';
import { lastWaiting, nextNumber } from './next-number.ts';
import type { OutboxRow, OutboxState, SentRow } from './outbox-row.ts';
import { readOwnRows } from './outbox.ts';
import type { RecordsDatabase } from './records-database.ts';
import { isConstraintError, isLostConnection, isQuotaError, reopen, writeTogether } from './reopen.ts';
import { watchQuery } from './watch-query.ts';
import { writeDirect } from './write-direct.ts';

/** Why nothing was saved. The form stays on the screen: `full` can be helped by removing packs. */
export type SaveFault = { readonly kind: 'full' } | { readonly kind: 'not-saved' };

export interface Made {
  readonly event: AnyEvent;
  readonly digest: string;
}

export interface SaveRequest {
  readonly deviceId: string;
  readonly made: readonly Made[];
  /** Key of the draft that these records complete. */
  readonly clearDraft: string | null;
  /** The tablet's clock. */
  readonly queuedAt: number;
}

/**
 * Saves records, their places and numbers `n` in the outbox and the end of the draft as one: all or
 * nothing. Answers when the browser says that the transaction is complete, never before.
 */
export const saveEvents = async (
  db: RecordsDatabase,
  request: SaveRequest,
): Promise<Result<void, SaveFault>> => {
  try {
    await writeNew(db, request).catch((cause: unknown) => {
      // The first try may have been committed without our hearing of it.
      if (isLostConnection(cause)) return reopen(db).then(() => writeUnknown(db, request));
      if (isConstraintError(cause)) return writeUnknown(db, request);
      throw cause;
    });
    return ok(undefined);
  } catch (cause) {
    return err({ kind: isQuotaError(cause) ? 'full' : 'not-saved' });
  }
};

// Nobody looks whether these ids are here already: a save asks as little as it can.
const writeNew = async (db: RecordsDatabase, request: SaveRequest): Promise<void> => {
  const changes = new Changes(db);
  await writeDirect(db, [db.meta, db.outbox, db.drafts], (store, end) => {
    const asked: IDBRequest<MetaRow | undefined> = store(db.meta).get('sync');
    const looking = store(db.outbox).openCursor(null, 'prev');
    // Answered in the order of asking, and once: the cursor is not moved on.
    looking.addEventListener('success', () => {
      const last = looking.result?.value as OutboxRow | undefined;
      const { queued, adopted } = numberFrom(asked.result ?? freshMeta, last, request);
      for (const row of queued) changes.add(store, db.outbox, row);
      if (adopted !== null) changes.put(store, db.meta, adopted, adopted.key);
      if (request.clearDraft !== null) changes.remove(store, db.drafts, request.clearDraft);
      end();
    });
  });
  changes.tell();
};

/** As `saveEvents`, but leaves alone what is here already, and rejects what fails. */
export const writeUnknown = (db: RecordsDatabase, request: SaveRequest): Promise<void> =>
  writeTogether(db, [db.meta, db.outbox, db.sent, db.drafts], async () => {
    const ids = request.made.map(({ event }) => event.id);
    const [waiting, sent, meta, last] = await Promise.all([
      rowsWithIds(db.outbox, 'id', ids),
      readBundled(db.sent, ids),
      readMeta(db),
      lastWaiting(db),
    ]);
    const isKnown = new Set([...waiting, ...sent].map(({ id }) => id));
    const made = request.made.filter(({ event }) => !isKnown.has(event.id));
    const { queued, adopted } = numberFrom(meta, last, { ...request, made });
    await Promise.all([
      db.outbox.bulkAdd(queued),
      adopted === null ? undefined : db.meta.put(adopted),
      request.clearDraft === null ? undefined : db.drafts.delete(request.clearDraft),
    ]);
  });

interface Numbered {
  readonly queued: readonly Omit<OutboxRow, 'place'>[];
  /** What is to be written down of the device under which they count; null where it stands there already. */
  readonly adopted: MetaRow | null;
}

/** The rows of new records under the next numbers. */
const numberFrom = (
  meta: SyncMeta,
  last: OutboxRow | undefined,
  { deviceId, made, queuedAt }: SaveRequest,
): Numbered => {
  // A tab that has not heard of a new enrolment yet must not count under the old device.
  const counting = { ...meta, deviceId: meta.deviceId ?? deviceId };
  const first = nextNumber(counting, last);
  const queued = made.map(({ event, digest }, at) => ({
    id: event.id,
    meetingId: meetingOf(event),
    event,
    digest,
    deviceId: counting.deviceId,
    n: first + at,
    state: 'pending' as const,
    offsetMs: meta.clockOffsetMs,
    receipt: null,
    queuedAt,
  }));
  return { queued, adopted: meta.deviceId === null ? { ...counting, key: 'sync' } : null };
};

/** One of this person's own records, and how far it has come. */
export interface MyRecord {
  readonly event: AnyEvent;
  readonly digest: string;
  readonly state: OutboxState;
  readonly receipt: Receipt | null;
  /** When it was saved here, by the tablet's clock; when the council received it, for another device's. */
  readonly queuedAt: number;
}

/** What is left of a record that was made here and that the council has erased: its proof, and no word of it. */
export interface ErasedRecord extends Omit<MyRecord, 'event' | 'digest' | 'state'> {
  readonly event: null;
  readonly id: string;
  readonly meetingId: string;
}

/** Own records, newest first, those of the person's other devices too. */
export const watchMyRecords = (db: RecordsDatabase): Watch<MyRecord[]> =>
  watchQuery(db, async () => toMyRecords(...(await readMine(db))));

/** As `watchMyRecords`, with what the council has erased at its place among them. */
export const watchMyRecordsAndErased = (db: RecordsDatabase): Watch<(MyRecord | ErasedRecord)[]> =>
  watchQuery(db, async () => toMyRecordsAndErased(...(await readMine(db))));

const readMine = (db: RecordsDatabase): Promise<[LogBundle[], OwnRow[]]> =>
  atOneMoment(db, () => Promise.all([db.log.where('mine').equals(1).toArray(), readOwnRows(db)]));

/** As `watchMyRecords`, about one meeting: nothing else is read, and nothing else makes it ask again. */
export const watchMyRecordsAbout = (db: RecordsDatabase, meetingId: string): Watch<MyRecord[]> =>
  watchQuery(db, async () => {
    const [bundles, own] = await readMeeting(db, meetingId);
    return toMyRecords(
      bundles.filter(({ mine }) => mine === 1),
      own,
    );
  });

type OwnRow = OutboxRow | SentRow;

const readMeeting = (db: RecordsDatabase, meetingId: string): Promise<[LogBundle[], OwnRow[]]> =>
  atOneMoment(db, async () => {
    const [bundles, sent, waiting] = await Promise.all([
      db.log.where('meetingId').equals(meetingId).toArray(),
      db.sent.where('meetingId').equals(meetingId).toArray(),
      db.outbox.where('meetingId').equals(meetingId).toArray(),
    ]);
    return [bundles, [...sent.flatMap(({ rows }) => rows), ...waiting]];
  });

const toMyRecords = (bundles: readonly LogBundle[], own: readonly OwnRow[]): MyRecord[] =>
  toMyRecordsAndErased(bundles, own).filter((record) => record.event !== null);

const toMyRecordsAndErased = (
  bundles: readonly LogBundle[],
  own: readonly OwnRow[],
): (MyRecord | ErasedRecord)[] => {
  const queued = new Map(own.map((row) => [row.id, row]));
  const rows = toEventRows(bundles, own);
  // What was purged and has come back with the log is there, although its own row says nothing any more.
  const there = new Set(rows.map(({ id }) => id));
  const erased = own.filter(({ id, event }) => event === null && !there.has(id));
  return [
    ...rows.map((row) => ({
      record: rowToMyRecord(row, queued.get(row.id)),
      place: queued.get(row.id)?.place ?? 0,
    })),
    ...erased.map((row) => ({ record: rowToErased(row), place: row.place })),
  ]
    .toSorted((a, b) => b.record.queuedAt - a.record.queuedAt || b.place - a.place)
    .map(({ record }) => record);
};

const rowToErased = ({ id, meetingId, receipt, queuedAt }: OwnRow): ErasedRecord => ({
  event: null,
  id,
  meetingId,
  receipt,
  queuedAt,
});

const rowToMyRecord = (row: EventRow, queued: OwnRow | undefined): MyRecord => {
  const { event, digest } = row;
  if (queued !== undefined) {
    return { event, digest, state: queued.state, receipt: queued.receipt, queuedAt: queued.queuedAt };
  }
  const { id, seq, receivedAt, chain } = row;
  const receipt: Receipt | null =
    seq === null || receivedAt === null || chain === null
      ? null
      : { id, n: 0, status: 'applied', seq, receivedAt, chain };
  return { event, digest, state: 'received', receipt, queuedAt: Date.parse(receivedAt ?? event.madeAt) };
};

/** Everything said about one meeting that this person may read: by number in the log, unsent ones last. */
export const watchMeetingEvents = (db: RecordsDatabase, meetingId: string): Watch<StoredEvent[]> =>
  watchQuery(db, async () => {
    const [bundles, own] = await readMeeting(db, meetingId);
    return toEventRows(bundles, own)
      .toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || (a.id < b.id ? -1 : 1))
      .map(rowToStoredEvent);
  });

export const watchEvent = (db: RecordsDatabase, id: string): Watch<StoredEvent | null> =>
  watchQuery(db, async () => {
    const row = await readEventRow(db, id);
    return row === null ? null : rowToStoredEvent(row);
  });
