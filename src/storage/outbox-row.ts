import type { AnyEvent } from '../domain/event.ts';
import type { Receipt } from '../domain/receipt.ts';

export type OutboxState = 'pending' | 'received' | 'quarantined' | 'held';

/** How far one record has come. */
export interface Progress {
  readonly place: number;
  readonly id: string;
  readonly deviceId: string;
  readonly n: number;
  readonly state: OutboxState;
  /** Of the tablet's clock at the moment of saving; null when never in contact before. */
  readonly offsetMs: number | null;
  /** The last answer; a row that is offered again keeps it until the new one comes. */
  readonly receipt: Receipt | null;
  /** The tablet's clock. */
  readonly queuedAt: number;
}

/** One record on its way. Received rows are kept with their receipt: they are the tablet's own proof. */
export interface OutboxRow extends Progress {
  readonly meetingId: string;
  /** What was said, never changed; null once the council has purged it, for the row stays as proof. */
  readonly event: AnyEvent | null;
  readonly digest: string;
}
