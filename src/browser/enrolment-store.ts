import type { DeviceDatabase } from '../storage/device-database.ts';
import { forgetDevice, keepKeys, readEnrolment, saveEnrolment } from '../storage/enrolment.ts';
import { forgetKept, keepEnrolment } from '../storage/second-copy-rows.ts';
import { noSecondCopy, type SecondCopy } from '../storage/second-copy.ts';
import { noteSignedOut } from '../storage/signed-out.ts';
import type { EnrolmentStore } from '../sync/ports.ts';

/** Where enrolments are kept, as the sync asks for it. */
export const enrolmentStore = (
  device: DeviceDatabase,
  second: SecondCopy = noSecondCopy,
): EnrolmentStore => ({
  read: () => readEnrolment(device),
  save: async (enrolment) => {
    await saveEnrolment(device, enrolment);
    await second.attempt((copy) => keepEnrolment(copy, enrolment));
  },
  noteSignedOut: (handedOver) => noteSignedOut(device, handedOver),
  forget: async (deviceId) => {
    // First here: what is gone from the first copy alone would be given back to it.
    await second.attempt((copy) => forgetKept(copy, deviceId));
    await forgetDevice(device, deviceId);
  },
  keepKeys: (codeHash, fresh) => keepKeys(device, codeHash, fresh),
});
