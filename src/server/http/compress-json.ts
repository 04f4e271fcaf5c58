import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const zip = promisify(gzip);

// Below this a packed answer is hardly shorter (and fits into one packet anyway).
const worthIt = 1024;

// The quickest level: most of a page are ids, salts and hashes, which the slower ones do not shorten either.
const level = 1;

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
  const body = isLong ? new Uint8Array(await zip(plain, { level })) : plain;
  c.res = new Response(body, c.res);
  c.res.headers.set('Content-Length', String(body.length));
  if (isLong) c.res.headers.set('Content-Encoding', 'gzip');
};

const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((one) => /^\s*gzip\s*(;\s*q=(1|0\.\d*[1-9])\d*)?\s*$/i.test(one));
