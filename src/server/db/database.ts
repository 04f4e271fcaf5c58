import type { Work } from './work.ts';

/** One council's database, on whatever engine. Answers when the transaction is committed, and durable. */
export interface CouncilDatabase {
  /** One writer at a time: commits when the work returns, rolls back when it throws. */
  readonly write: <T>(work: () => Work<T>) => Promise<T>;
  /** Several reads of one state, also while somebody writes. */
  readonly read: <T>(work: () => Work<T>) => Promise<T>;
  /** A value that changes when another process has committed; this process's own commits need not change it. */
  readonly changeMark: () => Promise<string>;
  /** Writes everything as it is at one moment into a new SQLite file, also while somebody writes. */
  readonly copyTo: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}
