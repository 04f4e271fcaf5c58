import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const zip = promisify(gzip);

// Below this a packed answer is hardly shorter (and fits into one packet anyway).
const worthIt = 1024;

// The quickest level: most of a page are ids, salts and hashes, which the slower ones do not shorten either.
const level = 1;

const shortEnough = 64 * 1024;

/**
 * Packs JSON answers for whoever takes gzip. Only JSON: a stream of pokes has to go out event by event, and
 * papers are packed already. The ETag stays as it is: it names a place in the log, not a run of bytes.
 */
export const compressJson: MiddlewareHandler = async (c, next) => {
  await next();
  const isJson = c.res.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  if (!isJson || c.res.headers.has('Content-Encoding') || c.req.method === 'HEAD') return;
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (!takesGzip(c.req.header('Accept-Encoding'))) return;
  const plain = new Uint8Array(await c.res.arrayBuffer());
  const isLong = plain.length >= worthIt;
  const body = isLong ? new Uint8Array(await pack(plain)) : plain;
  c.res = new Response(body, c.res);
  c.res.headers.set('Content-Length', String(body.length));
  if (isLong) c.res.headers.set('Content-Encoding', 'gzip');
};

// A page of the log is packed by another thread while this one serves others; to ask it costs more than a short one takes.
const pack = (plain: Uint8Array): Buffer | Promise<Buffer> =>
  plain.length <= shortEnough ? gzipSync(plain, { level }) : zip(plain, { level });

const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((one) => /^\s*gzip\s*(;\s*q=(1|0\.\d*[1-9])\d*)?\s*$/i.test(one));
