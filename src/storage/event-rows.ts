import type { AnyEvent } from '../domain/event.ts';

/** An event as this tablet keeps it: its own records and the part of the log this person may read. */
export interface StoredEvent {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string | null;
  /** Made by this person, on this or another device. */
  readonly mine: boolean;
  readonly type: AnyEvent['type'];
  readonly event: AnyEvent;
  readonly digest: string;
  /** The number in the council's log; null until it comes back from there. */
  readonly seq: number | null;
  readonly receivedAt: string | null;
  readonly author: Author | null;
}

export interface Author {
  readonly personId: string;
  /** As minutes say it. */
  readonly name: string;
  readonly role: string | null;
}

/** IndexedDB has no index over booleans, so `mine` is a number in the table. */
export interface EventRow extends Omit<StoredEvent, 'mine'> {
  readonly mine: 0 | 1;
  readonly chain: string | null;
  /** The server's epoch in which the log last brought it. */
  readonly epoch?: string;
}

/** An event of a kind that this version does not know: kept whole, not shown, read again after an update. */
export interface OpaqueRow {
  readonly id: string;
  readonly item: unknown;
}

/** Something that must not happen, kept so that it can be looked into. Holds no content. */
export interface FaultRow {
  readonly id: string;
  readonly kind: 'digest-differs';
  readonly ours: string;
  readonly theirs: string;
}

const subjectOf = (event: AnyEvent): { meetingId: string; itemId: string | null } => ({
  meetingId: 'seen' in event.body ? event.body.seen.meetingId : event.body.meetingId,
  itemId: 'item' in event.body ? event.body.item.itemId : null,
});

export const meetingOf = (event: AnyEvent): string => subjectOf(event).meetingId;

/** A row for an event that was just made here, or that the log brought (`arrived`). */
export const eventToRow = (
  event: AnyEvent,
  digest: string,
  personId: string,
  arrived: Pick<EventRow, 'seq' | 'receivedAt' | 'author' | 'chain'> | null,
): EventRow => ({
  id: event.id,
  ...subjectOf(event),
  mine: event.personId === personId ? 1 : 0,
  type: event.type,
  event,
  digest,
  seq: arrived?.seq ?? null,
  receivedAt: arrived?.receivedAt ?? null,
  author: arrived?.author ?? null,
  chain: arrived?.chain ?? null,
});

export const rowToStoredEvent = ({ chain: _chain, mine, ...row }: EventRow): StoredEvent => ({
  ...row,
  mine: mine === 1,
});
