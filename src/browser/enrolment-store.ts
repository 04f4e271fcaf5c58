import type { DeviceDatabase } from '../storage/device-database.ts';
import { keepKeys, readEnrolment, saveEnrolment } from '../storage/enrolment.ts';
import type { EnrolmentStore } from '../sync/ports.ts';

/** Where enrolments are kept, as the sync asks for it. */
export const enrolmentStore = (device: DeviceDatabase): EnrolmentStore => ({
  read: () => readEnrolment(device),
  save: (enrolment) => saveEnrolment(device, enrolment),
  keepKeys: (codeHash, fresh) => keepKeys(device, codeHash, fresh),
});
