import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDeviceDatabase } from '../../../src/storage/device-database.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import { saveEvents, type SaveRequest } from '../../../src/storage/save-events.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import type { EnrolmentStore, SyncStore } from '../../../src/sync/ports.ts';
import { createEnrolments, lookAt } from '../../simulate/dexie-disk.ts';
import type { Look } from '../../simulate/disk.ts';
import { saveInMemory } from '../../simulate/memory-outbox.ts';
import { lookAtRows } from '../../simulate/memory-disk.ts';
import { createMemoryRows, type Transact } from '../../simulate/memory-rows.ts';
import { createMemoryEnrolments, createMemoryStore, readWaiting } from '../../simulate/memory-store.ts';
import { councilId, personId } from '../storage/records.ts';

/** A tablet's storage, whichever it is. */
export interface TestedStore {
  readonly store: SyncStore;
  readonly enrolments: EnrolmentStore;
  readonly save: (request: SaveRequest) => Promise<void>;
  readonly look: () => Promise<Look>;
}

export const openDexieStore = (): TestedStore => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const records = openRecordsDatabase(councilId, personId, options);
  const device = openDeviceDatabase('order-paper', options);
  return {
    store: createSyncStore(records),
    enrolments: createEnrolments(device),
    save: async (request) => {
      const saved = await saveEvents(records, request);
      if (!saved.ok) throw new Error(saved.error.kind);
    },
    look: () => lookAt(records, device),
  };
};

export const openMemoryStore = (): TestedStore => {
  const rows = createMemoryRows();
  const transact: Transact = (_, __, work) => Promise.resolve(work(rows));
  const waiting: SyncStore['waiting'] = {
    subscribe: (next) => {
      next(readWaiting(rows));
      return { unsubscribe: () => {} };
    },
  };
  return {
    store: createMemoryStore(transact, personId, waiting),
    enrolments: createMemoryEnrolments(transact),
    save: (request) => saveInMemory(transact, personId, request),
    look: () => Promise.resolve(lookAtRows(rows)),
  };
};
