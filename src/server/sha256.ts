import { hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits, at once: a hash in a background thread would break a replayed seed. */
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data, 'hex');
