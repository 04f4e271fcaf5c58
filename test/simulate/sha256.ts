import { hash } from 'node:crypto';

/** In this thread: a background one would make the order of things depend on the machine. */
export const sha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes);
