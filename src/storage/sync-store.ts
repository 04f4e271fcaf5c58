import type { Manifest } from '../domain/meeting.ts';
import type { Watch } from '../domain/watch.ts';
import { applyPull, keepItems, type Pulled } from './apply-pull.ts';
import { failBlob, isBlobWanted, nextMissingBlob, storeChunk, type BlobFault, type Chunk } from './chunks.ts';
import type { Arrived } from './keep-items.ts';
import { putManifest } from './manifests.ts';
import { noteContact, readMeta, type Contact } from './meta.ts';
import {
  adoptOutbox,
  changeEpoch,
  readPending,
  storeAnswer,
  type Answered,
  type EpochChange,
} from './outbox.ts';
import { dropSuperseded, removeExpired, requestComing } from './pack-rules.ts';
import { missingManifests } from './published.ts';
import type { RecordsDatabase } from './records-database.ts';
import { isQuotaError, withReopen } from './reopen.ts';
import { watchQuery } from './watch-query.ts';
import { countHeld, wipeRecords } from './wipe.ts';

/** What waits here, for the state that every screen shows. */
export interface Waiting {
  /** When each unsent record was saved, by the tablet's clock. */
  readonly pendingSince: readonly number[];
  readonly quarantined: number;
  /** Blobs that are asked for and not here. */
  readonly blobs: number;
  readonly lastContact: number | null;
}

/**
 * The tablet's storage as the sync engine uses it (`SyncStore` in sync/ports.ts). Each verb is one
 * transaction that may be repeated, so each survives a lost connection to the database.
 */
export const createSyncStore = (db: RecordsDatabase) => {
  const again = <T>(work: () => Promise<T>): Promise<T> => withReopen(db, work);
  return {
    readMeta: () => again(() => readMeta(db)),
    recordContact: (contact: Contact) => again(() => noteContact(db, contact)),

    adoptOutbox: (deviceId: string) => again(() => adoptOutbox(db, deviceId)),
    readPending: (limit: number) => again(() => readPending(db, limit)),
    storeAnswer: (answered: Answered) => again(() => storeAnswer(db, answered)),
    changeEpoch: (change: EpochChange) => again(() => changeEpoch(db, change)),

    applyPull: (pulled: Pulled) => again(() => applyPull(db, pulled)),
    readOpaque: async () => (await again(() => db.opaque.toArray())).map((row) => row.item),
    keepItems: (items: readonly Arrived[]) => again(() => keepItems(db, items)),
    missingManifests: () => again(() => missingManifests(db)),
    putManifest: (sha256: string, manifest: Manifest) => again(() => putManifest(db, sha256, manifest)),

    requestComing: (serverNow: number) => again(() => requestComing(db, serverNow)),
    removeExpired: (serverNow: number, now: number) => again(() => removeExpired(db, serverNow, now)),
    dropSuperseded: () => again(() => dropSuperseded(db)),
    nextMissingBlob: (serverNow: number) => again(() => nextMissingBlob(db, serverNow)),
    isBlobWanted: (sha256: string) => again(() => isBlobWanted(db, sha256)),
    /** Answers `full` where the browser has no room left; everything else that is here stays. */
    storeChunk: async (sha256: string, chunk: Chunk | null, now: number): Promise<'stored' | 'full'> => {
      try {
        await again(() => storeChunk(db, sha256, chunk, now));
        return 'stored';
      } catch (cause) {
        if (isQuotaError(cause)) return 'full';
        throw cause;
      }
    },
    failBlob: (sha256: string, error: BlobFault) => again(() => failBlob(db, sha256, error)),

    countHeld: (deviceId: string) => again(() => countHeld(db, deviceId)),
    wipe: () => again(() => wipeRecords(db)),

    waiting: watchQuery(db, () => readWaiting(db)) satisfies Watch<Waiting>,
  };
};

const readWaiting = async (db: RecordsDatabase): Promise<Waiting> => {
  const pending = await db.outbox.toArray();
  const quarantined = await db.sent.where('state').equals('quarantined').toArray();
  const wanted = new Set(await db.packs.where('wish').equals('wanted').primaryKeys());
  const blobs = await db.blobs.where('state').anyOf('wanted', 'loading').toArray();
  return {
    pendingSince: pending.map((row) => row.queuedAt),
    quarantined: quarantined.flatMap(({ rows }) => rows).length,
    blobs: blobs.filter((row) => row.meetingIds.some((id) => wanted.has(id))).length,
    lastContact: (await readMeta(db)).lastContact,
  };
};
