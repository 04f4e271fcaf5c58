import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Watch } from '../domain/watch.ts';
import { rowToStoredEvent, type EventRow, type StoredEvent } from './event-rows.ts';
import { atOneMoment, readEventRow, toEventRows } from './event-view.ts';
import type { LogBundle } from './log-bundle.ts';
import type { OutboxRow, OutboxState, SentRow } from './outbox-row.ts';
import { readOwnRows } from './outbox.ts';
import type { RecordsDatabase } from './records-database.ts';
import { watchQuery } from './watch-query.ts';

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

/** As `watchMyRecords`, about one meeting: of the others nothing is read but what waits to be sent. */
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
      // All of it: little waits, and an index over meetings would be a tenth of what each save writes.
      db.outbox.toArray(),
    ]);
    const about = waiting.filter((row) => row.meetingId === meetingId);
    return [bundles, [...sent.flatMap(({ rows }) => rows), ...about]];
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
