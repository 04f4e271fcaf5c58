/** `GET /blobs/<sha256>`: immutable bytes, `Range` answered, readers checked. */
export const blobPath = (sha256: string): string => `/blobs/${sha256}`;

/** Papers travel and are kept in chunks of this many bytes, each with a SHA-256 of its own. */
export const chunkSize = 1024 * 1024;
