import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Manifest } from '../domain/meeting.ts';
import type { BlobRow, ChunkRow, PackRow } from './blob-rows.ts';
import type { BundleTable } from './bundles.ts';
import type { FaultRow, OpaqueRow } from './event-rows.ts';
import type { LogBundle } from './log-bundle.ts';
import type { MetaRow } from './meta-row.ts';
import type { OutboxRow } from './outbox-row.ts';
import { packRecords } from './pack-records.ts';
import type { Place } from './place-row.ts';
import type { SentBundle } from './sent-bundle.ts';

/** Another IndexedDB than the browser's: a test gives each tablet its own. */
export interface DatabaseOptions {
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

export interface ManifestRow {
  readonly meetingId: string;
  readonly version: number;
  readonly sha256: string;
  readonly manifest: Manifest;
}

export interface DraftRow {
  readonly key: string;
  readonly value: unknown;
}

/** Everything one person in one council has on this browser. Another person never sees this database. */
export class RecordsDatabase extends Dexie {
  readonly councilId: string;
  readonly personId: string;

  readonly meta!: EntityTable<MetaRow, 'key'>;
  /** What the council's log has brought, by this person and by others. */
  readonly log!: BundleTable<LogBundle>;
  readonly opaque!: EntityTable<OpaqueRow, 'id'>;
  readonly faults!: EntityTable<FaultRow, 'id'>;
  /** What was said on this tablet and waits. */
  readonly outbox!: EntityTable<OutboxRow, 'place'>;
  /** What was said on this tablet and has an answer. */
  readonly sent!: BundleTable<SentBundle>;
  readonly manifests!: EntityTable<ManifestRow, 'meetingId'>;
  readonly manifestVersions!: Table<ManifestRow, [string, number]>;
  readonly packs!: EntityTable<PackRow, 'meetingId'>;
  readonly blobs!: EntityTable<BlobRow, 'sha256'>;
  readonly chunks!: Table<ChunkRow, [string, number]>;
  readonly drafts!: EntityTable<DraftRow, 'key'>;
  readonly places!: EntityTable<Place, 'meetingId'>;

  constructor(councilId: string, personId: string, options?: DatabaseOptions) {
    // Since Chrome 121 "complete" alone does not mean "on the disk"
    // (https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed).
    const durable = { chromeTransactionDurability: 'strict' } as const;
    // Dexie's cache shows what is being written as if it were saved, and does not hear of what goes past Dexie.
    super(`order-paper/${councilId}/${personId}`, { ...options, ...durable, cache: 'disabled' });
    this.councilId = councilId;
    this.personId = personId;
    this.version(1).stores({
      meta: 'key',
      events: 'id, meetingId, type, mine',
      opaque: 'id',
      faults: 'id',
      outbox: '++place, &id, [deviceId+n], state',
      manifests: 'meetingId',
      manifestVersions: '[meetingId+version], sha256',
      packs: 'meetingId, wish',
      blobs: 'sha256, *meetingIds, state',
      chunks: '[sha256+index]',
      drafts: 'key',
      places: 'meetingId, at',
    });
    this.version(2)
      .stores({
        events: null,
        log: '++at, *ids, meetingId, type, mine',
        outbox: '++place, &id, meetingId',
        sent: '++at, *ids, meetingId, state, [deviceId+lastN]',
      })
      .upgrade(packRecords);
    this.version(3).stores({ outbox: '++place, &id' });
  }
}

/** Opens lazily: the first question opens it. */
export const openRecordsDatabase = (
  councilId: string,
  personId: string,
  options?: DatabaseOptions,
): RecordsDatabase => new RecordsDatabase(councilId, personId, options);
