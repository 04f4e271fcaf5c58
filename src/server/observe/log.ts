/**
 * Everything that the log can say. Every field is a number, a time, or a word from the code: there is no
 * place for a name, an id of a person or a device, an address, or content. `request` joins the lines of
 * one request; it is random and means nothing elsewhere.
 */
export type LogEvent =
  | {
      readonly event: 'request';
      readonly request: string;
      readonly method: string;
      /** The route's pattern, or `*`. */
      readonly route: string;
      readonly status: number;
      readonly ms: number;
    }
  | {
      readonly event: 'fault';
      readonly request: string;
      readonly class: string;
      readonly code: string | null;
    }
  /** Answered with 503: `code` is the engine's word for what was waited for in vain. */
  | { readonly event: 'database-busy'; readonly request: string; readonly code: string }
  /** Settings of PostgreSQL, by name, under which a receipt promises what a power cut may undo. */
  | { readonly event: 'not-durable'; readonly settings: readonly string[] }
  /** Papers that came in could not be read at all: a fault of ours, or more memory than there is. */
  | { readonly event: 'import-failed'; readonly class: string; readonly code: string | null }
  | { readonly event: 'enrol-refused'; readonly request: string; readonly code: string }
  | { readonly event: 'rate-refused'; readonly request: string; readonly group: string }
  /** `schema` counts the migrations: where it has grown since the last start, `migrate` was run. */
  | { readonly event: 'start'; readonly version: string; readonly schema: number; readonly port: number }
  | { readonly event: 'stopping'; readonly signal: string }
  | { readonly event: 'stopped'; readonly ms: number; readonly cut: number }
  | { readonly event: 'backup-made'; readonly backup: string; readonly ms: number; readonly blobs: number }
  | { readonly event: 'backup-failed'; readonly class: string; readonly code: string | null }
  | { readonly event: 'backup-old'; readonly hours: number }
  | { readonly event: 'backup-removed'; readonly backup: string };

export type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, event: LogEvent) => void;

/** One JSON line an event: time, level, then what happened. */
export const createLog =
  (now: () => number, writeLine: (line: string) => void): Log =>
  (level, event) =>
    writeLine(JSON.stringify({ time: new Date(now()).toISOString(), level, ...event }));

/** What may be told of something thrown: its class and its code, where both are words and not sentences. */
export const faultWords = (cause: unknown): { readonly class: string; readonly code: string | null } => ({
  class: cause instanceof Error ? (asWord(cause.name) ?? 'Error') : typeof cause,
  code: cause instanceof Error && 'code' in cause ? asWord(cause.code) : null,
});

const asWord = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Za-z0-9_]{1,40}$/.test(value) ? value : null;
