import * as v from 'valibot';
import { ProblemSchema, type Problem } from '../protocol/problem.ts';
import { syncHeader } from '../protocol/push.ts';
import type { Outside } from './ports.ts';

/** What came of one request. Nothing else is told apart, so that every caller handles all of it. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly etag: string | null }
  | { readonly kind: 'not-modified' }
  /** The council's server said no, in its own words. */
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'too-large' }
  /** No network, a timeout, a server in trouble, or somebody else's page (a captive portal). */
  | {
      readonly kind: 'unreachable';
      /** Null where nobody answered. */
      readonly status: number | null;
      /** Milliseconds. */
      readonly retryAfter: number | null;
    };

export interface Ask {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are, instead of a `body`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

const unreachable = (status: number | null, retryAfter: number | null): Answer<never> => ({
  kind: 'unreachable',
  status,
  retryAfter,
});

/** Sends one request and reads the answer whole, within `timeoutMs`. Never rejects for what the network does. */
export const ask = async <T>(
  outside: Outside,
  request: Ask,
  read: (response: Response) => Promise<T | null>,
): Promise<Answer<T>> => {
  const abort = new AbortController();
  const content = contentOf(request);
  const stopTimer = outside.startTimer(() => abort.abort(), request.timeoutMs);
  try {
    const response = await outside.fetch(request.path, {
      method: request.method,
      credentials: 'same-origin',
      // The answers are read once and kept in the tablet's own storage.
      cache: 'no-store',
      signal: abort.signal,
      headers: {
        ...content.headers,
        ...request.headers,
      },
      ...content.init,
    });
    return await judge(response, read);
  } catch {
    return unreachable(null, null);
  } finally {
    stopTimer();
  }
};

const contentOf = ({ body, bytes }: Ask): { headers: Record<string, string>; init: RequestInit } => {
  if (bytes !== undefined) {
    return { headers: { 'Content-Type': 'application/octet-stream' }, init: { body: bytes } };
  }
  if (body === undefined) return { headers: {}, init: {} };
  return { headers: { 'Content-Type': 'application/json' }, init: { body: JSON.stringify(body) } };
};

const judge = async <T>(response: Response, read: (r: Response) => Promise<T | null>): Promise<Answer<T>> => {
  const { status } = response;
  const retryAfter = retryAfterOf(response.headers.get('Retry-After'));
  if (status === 304) return { kind: 'not-modified' };
  if (status === 408 || status === 429 || status >= 500) return unreachable(status, retryAfter);
  if (status >= 200 && status < 300) {
    const value = await read(response);
    return value === null
      ? unreachable(status, retryAfter)
      : { kind: 'ok', value, etag: response.headers.get('ETag') };
  }
  // A proxy's 413 says the same as ours.
  if (status === 413) return { kind: 'too-large' };
  const problem = v.safeParse(ProblemSchema, await response.json().catch(() => null));
  return problem.success
    ? { kind: 'problem', status, problem: problem.output }
    : unreachable(status, retryAfter);
};

// RFC 9110 10.2.3 also allows a date; the tablet's clock may be wrong, so a date is not used.
const retryAfterOf = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;

/** Reads a JSON body of the given shape; null for anything else. */
export const readJson =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  async (response: Response): Promise<T | null> => {
    const parsed = v.safeParse(schema, await response.json().catch(() => null));
    return parsed.success ? parsed.output : null;
  };

// A captive portal answers 200 to everything.
const isOurs = (response: Response): boolean => response.headers.get(syncHeader.name) === syncHeader.value;

/** As `readJson`, and only from the council's own server. */
export const readSyncJson =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  async (response: Response): Promise<T | null> =>
    isOurs(response) ? readJson(schema)(response) : null;

/** Bytes from the council's own server: another's page is not a damaged paper, only no answer. */
export const readSyncBytes = async (response: Response): Promise<Uint8Array<ArrayBuffer> | null> =>
  isOurs(response) ? new Uint8Array(await response.arrayBuffer()) : null;
