import type { ImportDesk } from '../app/import/import-desk.ts';
import { bringInLine } from '../storage/bring-in-line.ts';
import type { DeviceDatabase } from '../storage/device-database.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import type { SecondCopy } from '../storage/second-copy.ts';
import { createSyncStore } from '../storage/sync-store.ts';
import { followedBySecond } from '../storage/sync-store-twice.ts';
import { startSyncEngine, type SyncEngine } from '../sync/engine.ts';
import { createImportClient } from '../sync/import-client.ts';
import type { SyncPorts } from '../sync/ports.ts';
import { askSetAside, type SetAsideRecord } from '../sync/set-aside.ts';
import { enrolmentStore } from './enrolment-store.ts';
import { browserOutside } from './outside.ts';

// Loaded after the first page is drawn: nothing of it is needed to read what is on the tablet.

/** Keeps the tablet and the council's server together, and the two copies on the tablet, from now until `stop`. */
export const startSync = (
  device: DeviceDatabase,
  records: RecordsDatabase,
  second: SecondCopy,
): SyncEngine => {
  void bringInLine(device, records, second);
  return startSyncEngine(portsOf(device, records, second));
};

/** What the server has set aside, for a clerk's desk; null while it cannot be asked. */
export const askSetAsideOnce = (
  device: DeviceDatabase,
  records: RecordsDatabase,
  second: SecondCopy,
): Promise<readonly SetAsideRecord[] | null> => askSetAside(portsOf(device, records, second));

/** Papers that come in, for a clerk's desk. */
export const openImportDesk = (
  device: DeviceDatabase,
  records: RecordsDatabase,
  second: SecondCopy,
): ImportDesk => createImportClient(portsOf(device, records, second));

const portsOf = (device: DeviceDatabase, records: RecordsDatabase, second: SecondCopy): SyncPorts => ({
  store: followedBySecond(createSyncStore(records), records, second),
  enrolments: enrolmentStore(device, second),
  outside: browserOutside(),
});
