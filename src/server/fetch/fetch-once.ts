import { lookup as systemLookup } from 'node:dns';
import { request, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { err, ok, type Result } from '../../domain/result.ts';
import type { FetchFault } from './fetch-fault.ts';
import { isPublicAddress } from './public-address.ts';

export interface FetchRules {
  /** `host` or `host:port` that may be inside the own network: what the council's IT officer has configured. */
  readonly allowed: ReadonlySet<string>;
  readonly mostBytes: number;
  readonly timeoutMs: number;
}

/** How names are looked up and certificates judged: the system's, except in tests. */
export interface FetchOutside {
  readonly lookup: typeof systemLookup;
  readonly ca?: string;
}

export interface Fetched {
  /** Where it came from in the end, after redirects. */
  readonly address: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const mostRedirects = 5;

/**
 * Fetches one page or document for a clerk: https, GET, without cookies or names. Each address on the way is judged by
 * where it connects to, at the moment of connecting: a name that answers differently the second time gains nothing.
 */
export const fetchOnce = async (
  address: string,
  rules: FetchRules,
  outside: FetchOutside = { lookup: systemLookup },
): Promise<Result<Fetched, FetchFault>> => {
  const timer = AbortSignal.timeout(rules.timeoutMs);
  let next = address;
  for (let turn = 0; turn <= mostRedirects; turn += 1) {
    const url = checkUrl(next, rules.allowed);
    if (!url.ok) return url;
    const answer = await get(url.value, rules, outside, timer);
    if (!answer.ok) return answer;
    if (answer.value.kind === 'page') return ok(answer.value.page);
    next = answer.value.to;
  }
  return err({ kind: 'too-many-redirects' });
};

const checkUrl = (address: string, allowed: FetchRules['allowed']): Result<URL, FetchFault> => {
  const url = URL.parse(address);
  if (url === null) return err({ kind: 'not-allowed', problem: 'address' });
  if (url.protocol !== 'https:') return err({ kind: 'not-allowed', problem: 'https' });
  if (url.username !== '' || url.password !== '') return err({ kind: 'not-allowed', problem: 'password' });
  if (allowed.has(url.host)) return ok(url);
  if (url.port !== '') return err({ kind: 'not-allowed', problem: 'port' });
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // The connection asks nobody about an address that is a number already.
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) return err({ kind: 'inside', host: url.hostname });
  return ok(url);
};

type Answer =
  | { readonly kind: 'page'; readonly page: Fetched }
  | { readonly kind: 'redirect'; readonly to: string };

class InsideError extends Error {}

/** Looks a name up and refuses it when any of its addresses is inside. */
const guardedLookup =
  (lookup: typeof systemLookup): NonNullable<RequestOptions['lookup']> =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (cause, addresses) => {
      if (cause !== null) callback(cause, '', 0);
      else if (!addresses.every(({ address }) => isPublicAddress(address)))
        callback(new InsideError(), '', 0);
      else if (options.all === true) callback(null, addresses);
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0);
    });
  };

const get = (
  url: URL,
  { allowed, mostBytes, timeoutMs }: FetchRules,
  { lookup, ca }: FetchOutside,
  signal: AbortSignal,
): Promise<Result<Answer, FetchFault>> =>
  new Promise((resolve) => {
    const fail = (cause: unknown): void => {
      if (cause instanceof InsideError) resolve(err({ kind: 'inside', host: url.hostname }));
      else if (signal.aborted) resolve(err({ kind: 'too-slow', seconds: Math.round(timeoutMs / 1000) }));
      else resolve(err({ kind: 'no-answer', host: url.hostname }));
    };
    const asked = request(
      url,
      {
        // A connection that was kept would not be judged again.
        agent: false,
        signal,
        lookup: allowed.has(url.host) ? lookup : guardedLookup(lookup),
        headers: { accept: 'text/html, application/xml, text/xml, application/pdf, */*;q=0.5' },
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        readAnswer(url, response, mostBytes).then(resolve, fail);
      },
    );
    asked.on('error', fail);
    asked.end();
  });

const readAnswer = async (
  url: URL,
  response: IncomingMessage,
  mostBytes: number,
): Promise<Result<Answer, FetchFault>> => {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    response.destroy();
    const to = URL.parse(headers.location, url.href);
    if (to === null) return err({ kind: 'not-allowed', problem: 'address' });
    return ok({ kind: 'redirect', to: to.href });
  }
  if (status !== 200) {
    response.destroy();
    return err({ kind: 'refused', status });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      response.destroy();
      return err({ kind: 'too-large', mostBytes });
    }
    chunks.push(chunk);
  }
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return ok({
    kind: 'page',
    page: { address: url.href, mediaType, bytes: new Uint8Array(Buffer.concat(chunks)) },
  });
};
