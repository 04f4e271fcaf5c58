import { createHash } from 'node:crypto';

/**
 * UUID version 5 (RFC 9562, 5.5): the same name in the same space is always the same id, so that a
 * meeting imported again under its key is the next version of itself.
 */
export const nameUuid = (space: string, name: string): string => {
  const hash = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};
