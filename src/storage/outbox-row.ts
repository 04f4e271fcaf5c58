import type { Receipt } from '../domain/receipt.ts';

export type OutboxState = 'pending' | 'received' | 'quarantined' | 'held';

/** One record on its way. Received rows are kept with their receipt: they are the tablet's own proof. */
export interface OutboxRow {
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
