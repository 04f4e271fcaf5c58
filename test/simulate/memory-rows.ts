import type { EventRow, FaultRow, OpaqueRow } from '../../src/storage/event-rows.ts';
import type { SyncMeta } from '../../src/storage/meta-row.ts';
import type { Progress } from '../../src/storage/outbox-row.ts';
import type { Enrolled } from '../../src/sync/ports.ts';

export interface PublishedVersion {
  readonly meetingId: string;
  readonly version: number;
  readonly sha256: string;
}

/** What one browser has on its disk. Rows are never changed in place, so a copy of the maps is a backup. */
export interface MemoryRows {
  meta: SyncMeta;
  readonly events: Map<string, EventRow>;
  readonly opaque: Map<string, OpaqueRow>;
  readonly faults: Map<string, FaultRow>;
  /** By id, in the order of saving. */
  readonly outbox: Map<string, Progress>;
  nextPlace: number;
  readonly manifestVersions: Map<string, PublishedVersion>;
  enrolment: Enrolled | null;
  readonly trials: Map<string, CryptoKeyPair>;
  handedOver: number | null;
}

export const freshMeta: SyncMeta = {
  deviceId: null,
  nextN: 1,
  epoch: null,
  cursor: '',
  etag: null,
  clockOffsetMs: null,
  lastContact: null,
};

export const createMemoryRows = (): MemoryRows => ({
  meta: freshMeta,
  events: new Map(),
  opaque: new Map(),
  faults: new Map(),
  outbox: new Map(),
  nextPlace: 1,
  manifestVersions: new Map(),
  enrolment: null,
  trials: new Map(),
  handedOver: null,
});

export const copyMemoryRows = (rows: MemoryRows): MemoryRows => ({
  ...rows,
  events: new Map(rows.events),
  opaque: new Map(rows.opaque),
  faults: new Map(rows.faults),
  outbox: new Map(rows.outbox),
  manifestVersions: new Map(rows.manifestVersions),
  trials: new Map(rows.trials),
});

/**
 * Runs one transaction: `work` sees and changes all rows at once, and is done wholly or not at all. Whoever
 * brings it may refuse it (a full disk), or never answer (a browser that was killed).
 */
export type Transact = <T>(
  kind: 'read' | 'write' | 'save',
  name: string,
  work: (rows: MemoryRows) => T,
) => Promise<T>;
