import { createMiddleware } from 'hono/factory';
import { gunzipSync } from 'node:zlib';
import type { AppEnv } from './env.ts';
import { refuse } from './problem.ts';

/**
 * Reads a body once, as text for `readJson`, and refuses one over the limit with 413 before it is read whole.
 * One with `Content-Encoding: gzip` (RFC 9110, 8.4) is read as if it had come plain: what it inflates to is held
 * to the same limit while it inflates, so that a few bytes cannot fill the memory.
 */
export const limitBody = (maxSize: number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const bytes = await readBytes(c.req.raw, maxSize);
    if (bytes === null) return refuse(c, { error: 'too_large' });
    const isPacked = c.req.header('Content-Encoding')?.toLowerCase() === 'gzip';
    const plain = isPacked ? inflate(bytes, maxSize) : bytes;
    if (typeof plain === 'string') return refuse(c, { error: plain });
    c.set('bodyText', new TextDecoder().decode(plain));
    return next();
  });

/**
 * The body's bytes as they came, or null for more than `maxSize`. A length that was named is Node's to hold the sender
 * to; to ask for the stream would cost more than to read what is there.
 */
export const readBytes = async (request: Request, maxSize: number): Promise<Uint8Array | null> => {
  const length = request.headers.get('Content-Length');
  if (length !== null && !request.headers.has('Transfer-Encoding')) {
    return Number(length) > maxSize ? null : new Uint8Array(await request.arrayBuffer());
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > maxSize) return null;
    parts.push(part);
  }
  const [only = new Uint8Array()] = parts;
  return parts.length <= 1 ? only : Buffer.concat(parts);
};

// In this thread: a push inflates in less time than it takes to ask another one.
const inflate = (packed: Uint8Array, maxSize: number): Uint8Array | 'too_large' | 'bad_json' => {
  try {
    return gunzipSync(packed, { maxOutputLength: maxSize });
  } catch (cause) {
    return isTooLong(cause) ? 'too_large' : 'bad_json';
  }
};

const isTooLong = (cause: unknown): boolean =>
  cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
