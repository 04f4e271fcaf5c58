import type { DeviceDatabase } from '../storage/device-database.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import { createSyncStore } from '../storage/sync-store.ts';
import { startSyncEngine, type SyncEngine } from '../sync/engine.ts';
import type { SyncPorts } from '../sync/ports.ts';
import { askSetAside, type SetAsideRecord } from '../sync/set-aside.ts';
import { enrolmentStore } from './enrolment-store.ts';
import { browserOutside } from './outside.ts';

// Loaded after the first page is drawn: nothing of it is needed to read what is on the tablet.

/** Keeps the tablet and the council's server together, from now until `stop`. */
export const startSync = (device: DeviceDatabase, records: RecordsDatabase): SyncEngine =>
  startSyncEngine(portsOf(device, records));

/** What the server has set aside, for a clerk's desk; null while it cannot be asked. */
export const askSetAsideOnce = (
  device: DeviceDatabase,
  records: RecordsDatabase,
): Promise<readonly SetAsideRecord[] | null> => askSetAside(portsOf(device, records));

const portsOf = (device: DeviceDatabase, records: RecordsDatabase): SyncPorts => ({
  store: createSyncStore(records),
  enrolments: enrolmentStore(device),
  outside: browserOutside(),
});
