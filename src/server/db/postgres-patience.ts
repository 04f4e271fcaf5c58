import { DatabaseBusy } from './database-busy.ts';

/**
 * How long PostgreSQL is waited for, in milliseconds, on each connection of a server. A tablet gives a request
 * up after 30 seconds: whatever hangs is to be told before that, so that it and the server's operator hear of it.
 */
export const usualPatience = {
  /** For the turn to write, or a row that somebody else holds. */
  lock_timeout: 10_000,
  /** For one statement; PostgreSQL ends it by itself. */
  statement_timeout: 15_000,
  /** For an answer at all, also of a PostgreSQL that has frozen or is cut off. */
  query_timeout: 18_000,
  /** For a free connection, or a new one. */
  connectionTimeoutMillis: 5000,
  /** A process that froze in the middle of a write must not keep the turn from all others. */
  idle_in_transaction_session_timeout: 30_000,
} as const;

export type Patience = { readonly [name in keyof typeof usualPatience]: number };

// lock_not_available, query_canceled (https://www.postgresql.org/docs/current/errcodes-appendix.html).
const ended: ReadonlySet<string> = new Set(['55P03', '57014']);

// What the driver says by itself has no code, so its words are all there is.
const unanswered: Readonly<Record<string, string>> = {
  'Query read timeout': 'no_answer',
  'timeout exceeded when trying to connect': 'no_connection',
  'Connection terminated due to connection timeout': 'no_connection',
};

/** The same fault, or `DatabaseBusy` where it says that something was waited for too long. */
export const told = (cause: unknown): unknown => {
  if (!(cause instanceof Error)) return cause;
  if ('code' in cause && typeof cause.code === 'string' && ended.has(cause.code)) {
    return new DatabaseBusy(cause.code);
  }
  const code = unanswered[cause.message];
  return code === undefined ? cause : new DatabaseBusy(code);
};

/** Whether nobody was there to answer: nothing more can be asked on such a connection. */
export const isUnanswered = (fault: unknown): boolean =>
  fault instanceof DatabaseBusy && fault.code.startsWith('no_');
