import type { DeviceDatabase } from '../storage/device-database.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import { createSyncStore } from '../storage/sync-store.ts';
import { startSyncEngine, type SyncEngine } from '../sync/engine.ts';
import { enrolmentStore } from './enrolment-store.ts';
import { browserOutside } from './outside.ts';

// Loaded after the first page is drawn: nothing of it is needed to read what is on the tablet.

/** Keeps the tablet and the council's server together, from now until `stop`. */
export const startSync = (device: DeviceDatabase, records: RecordsDatabase): SyncEngine =>
  startSyncEngine({
    store: createSyncStore(records),
    enrolments: enrolmentStore(device),
    outside: browserOutside(),
  });
