/** Where this tablet stands with the council's server. One row, so that it changes as one. */
export interface SyncMeta {
  /** Under whose number the outbox counts; null before the first record or enrolment. */
  readonly deviceId: string | null;
  /** The `n` that the next saved record takes where nothing waits; else see `nextNumber`. */
  readonly nextN: number;
  /** The server's epoch as last heard; changes when a server was restored from a backup. */
  readonly epoch: string | null;
  /** Opaque; empty starts from the beginning of the log. */
  readonly cursor: string;
  /** Whether the log is being read from its beginning, because the server was put back to a backup. */
  readonly isRereading?: boolean;
  /** Of the last pull that reached the end, for `If-None-Match`. */
  readonly etag: string | null;
  /** Tablet's clock minus the server's at last contact. */
  readonly clockOffsetMs: number | null;
  /** When the server last answered, by the tablet's clock. */
  readonly lastContact: number | null;
  /** Whether the second copy was made of these records. Absent in a database that began anew. */
  readonly hasSecondCopy?: boolean;
}

export interface MetaRow extends SyncMeta {
  readonly key: 'sync';
}
