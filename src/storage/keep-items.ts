import type { AnyEvent } from '../domain/event.ts';
import { eventToRow, type Author, type EventRow, type FaultRow, type OpaqueRow } from './event-rows.ts';
import { readBundled, replaceBundled, rowsWithIds } from './bundles.ts';
import { bundleLog } from './log-bundle.ts';
import type { RecordsDatabase } from './records-database.ts';

/** One row of the council's log, checked. */
export type Arrived =
  | ArrivedEvent
  /** Of a kind that this version does not know. */
  | { readonly kind: 'opaque'; readonly id: string; readonly item: unknown }
  /** Its digest does not match what it says, so it is not believed. */
  | { readonly kind: 'refused'; readonly id: string; readonly stated: string; readonly computed: string };

interface ArrivedEvent {
  readonly kind: 'event';
  readonly event: AnyEvent;
  readonly digest: string;
  readonly seq: number;
  readonly receivedAt: string;
  readonly chain: string;
  readonly author: Author;
}

/**
 * Keeps a page in the order in which it came, with a handful of questions to the disk however long it is. In a
 * transaction over `log`, `outbox`, `sent`, `opaque` and `faults`. `epoch` is the server's, of which the page is.
 */
export const keepAll = async (
  db: RecordsDatabase,
  items: readonly Arrived[],
  epoch: string,
): Promise<void> => {
  if (items.length === 0) return;
  const events = items.filter((item) => item.kind === 'event');
  const [known, opaqueIds] = await Promise.all([
    readKnown(
      db,
      events.map(({ event }) => event),
    ),
    db.opaque.toCollection().primaryKeys(),
  ]);
  const change = emptyChange();
  for (const item of items) decide(db.personId, known, item, change);
  const understood = opaqueIds.filter((id) => change.understood.has(id));
  await Promise.all([
    putLogRows(
      db,
      [...change.events.values()].map((row) => ({ ...row, epoch })),
    ),
    db.faults.bulkPut([...change.faults.values()]),
    db.opaque.bulkDelete(understood),
    db.opaque.bulkPut([...change.opaque.values()]),
  ]);
};

/** What a page comes to. Maps by id: of two items with one id the later one sees what the earlier one did. */
interface Change {
  readonly events: Map<string, EventRow>;
  readonly faults: Map<string, FaultRow>;
  readonly opaque: Map<string, OpaqueRow>;
  /** Ids of rows that may have been kept as opaque before. */
  readonly understood: Set<string>;
}

const emptyChange = (): Change => ({
  events: new Map(),
  faults: new Map(),
  opaque: new Map(),
  understood: new Set(),
});

const decide = (
  personId: string,
  known: ReadonlyMap<string, EventRow>,
  item: Arrived,
  change: Change,
): void => {
  if (item.kind === 'refused') {
    const { id, computed, stated } = item;
    change.faults.set(id, { id, kind: 'digest-differs', ours: computed, theirs: stated });
  } else if (item.kind === 'opaque') {
    change.opaque.set(item.id, { id: item.id, item: item.item });
  } else {
    change.understood.add(item.event.id);
    change.opaque.delete(item.event.id);
    decideEvent(personId, known, item, change);
  }
};

const decideEvent = (
  personId: string,
  known: ReadonlyMap<string, EventRow>,
  { event, digest, seq, receivedAt, chain, author }: ArrivedEvent,
  change: Change,
): void => {
  const { id } = event;
  const own = change.events.get(id) ?? known.get(id);
  if (own === undefined) {
    change.events.set(id, eventToRow(event, digest, personId, { seq, receivedAt, chain, author }));
  } else if (own.digest === digest) {
    change.events.set(id, { ...own, seq, receivedAt, chain, author });
  } else {
    // What was said here is never replaced; that the two differ is itself worth knowing.
    change.faults.set(id, { id, kind: 'digest-differs', ours: own.digest, theirs: digest });
  }
};

/** Keeps rows of the log: each in the place of the one with its id, where there is one. */
export const putLogRows = async (db: RecordsDatabase, rows: readonly EventRow[]): Promise<void> => {
  await db.log.bulkAdd(bundleLog(await replaceBundled(db.log, rows)));
};

/** What is here already: rows of the log, and what was said on this tablet. */
const readKnown = async (
  db: RecordsDatabase,
  events: readonly AnyEvent[],
): Promise<ReadonlyMap<string, EventRow>> => {
  const ids = events.map(({ id }) => id);
  const own = events.filter(({ personId }) => personId === db.personId).map(({ id }) => id);
  const [waiting, sent, logged] = await Promise.all([
    rowsWithIds(db.outbox, 'id', own),
    readBundled(db.sent, own),
    readBundled(db.log, ids),
  ]);
  const said = [...waiting, ...sent].flatMap(({ event, digest }): EventRow[] =>
    event === null ? [] : [eventToRow(event, digest, db.personId, null)],
  );
  return new Map([...said, ...logged].map((row) => [row.id, row]));
};
