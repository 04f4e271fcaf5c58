import { v7 } from 'uuid';
import type { DirtyForms } from '../app/dirty-forms.ts';
import type { Services } from '../app/services.ts';
import { makePdfWorker } from '../script-url.ts';
import type { DeviceDatabase, Enrolment } from '../storage/device-database.ts';
import { openRecordsDatabase } from '../storage/records-database.ts';
import type { SecondCopy } from '../storage/second-copy.ts';
import { randomHex, sha256Text } from './cryptography.ts';
import { importDeskLater } from './import-desk.ts';
import { startSyncLater } from './later-sync.ts';

/** Everything that one person's screens ask for, with the sync running. `close` ends it. */
export const openServices = (
  device: DeviceDatabase,
  second: SecondCopy,
  enrolment: Enrolment,
  forms: DirtyForms,
): { readonly services: Services; readonly close: () => void } => {
  const records = openRecordsDatabase(enrolment.councilId, enrolment.personId);
  const sync = startSyncLater(device, records, second);
  const services: Services = {
    records,
    secondCopy: second,
    enrolment,
    now: () => Date.now(),
    newId: () => v7(),
    randomHex,
    sha256: sha256Text,
    language: () => document.documentElement.lang,
    sync: sync.control,
    askSetAside: async () => {
      try {
        const { askSetAsideOnce } = await import('./sync-part.ts');
        return await askSetAsideOnce(device, records, second);
      } catch {
        // The part that was not loaded yet, or a database that closed under it: as good as no answer.
        return null;
      }
    },
    imports: importDeskLater(async () => {
      const { openImportDesk } = await import('./sync-part.ts');
      return openImportDesk(device, records, second);
    }),
    makePdfWorker,
    forms,
  };
  return {
    services,
    close: () => {
      sync.stop();
      records.close();
    },
  };
};
