import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';

export type OutboxState = 'pending' | 'received' | 'quarantined' | 'held';

/** How far one record has come. */
export interface Progress {
  /** Counts up in the order of saving, over re-enrolments too. */
  readonly place: number;
  readonly id: string;
  readonly deviceId: string;
  /** Counts up without a gap for each device. */
  readonly n: number;
  readonly state: OutboxState;
  /** Of the tablet's clock at the moment of saving; null when never in contact before. */
  readonly offsetMs: number | null;
  /** The last answer; a row that is offered again keeps it until the new one comes. */
  readonly receipt: Receipt | null;
  /** The tablet's clock. */
  readonly queuedAt: number;
}

/** What was said on this tablet, on its way or arrived. */
interface OwnRow extends Progress {
  readonly meetingId: string;
  readonly digest: string;
}

/** A record that waits to be sent. */
export interface OutboxRow extends OwnRow {
  readonly state: 'pending';
  readonly event: AnyEvent;
}

/** A record that the council has answered. It is kept with its receipt: the tablet's own proof. */
export interface SentRow extends OwnRow {
  readonly state: Exclude<OutboxState, 'pending'>;
  /** Never changed; null once the council has purged it. */
  readonly event: AnyEvent | null;
}
