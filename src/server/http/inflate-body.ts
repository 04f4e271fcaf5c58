import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { refuse } from './problem.ts';

const unzip = promisify(gunzip);

/**
 * Reads a body that came with `Content-Encoding: gzip` (RFC 9110, 8.4) as if it had come plain. What it
 * inflates to is held to `maxSize` while it inflates, so that a few bytes cannot fill the memory.
 */
export const inflateBody =
  (maxSize: number): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.header('Content-Encoding')?.toLowerCase() !== 'gzip') return next();
    const packed = new Uint8Array(await c.req.raw.arrayBuffer());
    const inflated = await unzip(packed, { maxOutputLength: maxSize }).catch((cause: unknown) =>
      isTooLong(cause) ? 'too_large' : 'bad_json',
    );
    if (typeof inflated === 'string') return refuse(c, { error: inflated });
    const { method, url, headers } = c.req.raw;
    c.req.raw = new Request(url, { method, headers, body: new Uint8Array(inflated) });
    return next();
  };

const isTooLong = (cause: unknown): boolean =>
  cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
