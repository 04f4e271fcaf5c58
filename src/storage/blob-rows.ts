/** What the person, or the rule, wants of a meeting's pack. Where there is no row nobody has said anything. */
export interface PackRow {
  readonly meetingId: string;
  readonly wish: 'wanted' | 'paused' | 'removed';
}

/** One paper's bytes or reading text on its way to this tablet, shared by the meetings that name it. */
export interface BlobRow {
  readonly sha256: string;
  readonly meetingIds: readonly string[];
  readonly size: number;
  /** SHA-256 of each 1 MiB chunk. */
  readonly chunks: readonly string[];
  /** Bytes that are here and verified. */
  readonly have: number;
  readonly state: 'wanted' | 'loading' | 'ready' | 'failed';
  /** Why it failed, as a code: `damaged`, `full`, `refused`. */
  readonly error: string | null;
  /** When the last chunk was verified, by the tablet's clock. */
  readonly checkedAt: number | null;
}

/** Verified before it is written. */
export interface ChunkRow {
  readonly sha256: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
