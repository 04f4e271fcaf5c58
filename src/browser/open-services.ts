import { v7 } from 'uuid';
import type { DirtyForms } from '../app/dirty-forms.ts';
import type { Services } from '../app/services.ts';
import { makePdfWorker } from '../script-url.ts';
import type { DeviceDatabase, Enrolment } from '../storage/device-database.ts';
import { readEnrolment, saveEnrolment, tryKeys } from '../storage/enrolment.ts';
import { openRecordsDatabase } from '../storage/records-database.ts';
import { createSyncStore } from '../storage/sync-store.ts';
import { startSyncEngine } from '../sync/engine.ts';
import type { EnrolmentStore } from '../sync/ports.ts';
import { randomHex, sha256Text } from './cryptography.ts';
import { browserOutside } from './outside.ts';

/** Where enrolments are kept, as the sync asks for it. */
export const enrolmentStore = (device: DeviceDatabase): EnrolmentStore => ({
  read: () => readEnrolment(device),
  save: (enrolment) => saveEnrolment(device, enrolment),
  tryKeys: (keys) => tryKeys(device, keys),
});

/** Everything that one person's screens ask for, with the sync running. `close` ends it. */
export const openServices = (
  device: DeviceDatabase,
  enrolment: Enrolment,
  forms: DirtyForms,
): { readonly services: Services; readonly close: () => void } => {
  const records = openRecordsDatabase(enrolment.councilId, enrolment.personId);
  const engine = startSyncEngine({
    store: createSyncStore(records),
    enrolments: enrolmentStore(device),
    outside: browserOutside(),
  });
  const services: Services = {
    records,
    enrolment,
    now: () => Date.now(),
    newId: () => v7(),
    randomHex,
    sha256: sha256Text,
    language: () => document.documentElement.lang,
    sync: { state: engine.state, wake: engine.wake },
    makePdfWorker,
    forms,
  };
  return {
    services,
    close: () => {
      engine.stop();
      records.close();
    },
  };
};
