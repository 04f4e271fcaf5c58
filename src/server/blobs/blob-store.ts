/**
 * Bytes under their SHA-256 (64 lower-case hex digits). Never changed, never taken away here. The caller
 * promises that the name is the hash of the bytes.
 */
export interface BlobStore {
  /** Resolves when the bytes survive a power cut. The same name twice is one blob. */
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** Bytes, or null when it is not kept. */
  readonly size: (sha256: string) => Promise<number | null>;
  /** The bytes from `begin` up to, not including, `end`, which lie inside the blob. */
  readonly read: (sha256: string, begin: number, end: number) => ReadableStream<Uint8Array>;
}
