import type { DeviceDatabase } from '../storage/device-database.ts';
import { forgetDevice, keepKeys, readEnrolment, saveEnrolment } from '../storage/enrolment.ts';
import { noteSignedOut } from '../storage/signed-out.ts';
import type { EnrolmentStore } from '../sync/ports.ts';

/** Where enrolments are kept, as the sync asks for it. */
export const enrolmentStore = (device: DeviceDatabase): EnrolmentStore => ({
  read: () => readEnrolment(device),
  save: (enrolment) => saveEnrolment(device, enrolment),
  noteSignedOut: (handedOver) => noteSignedOut(device, handedOver),
  forget: (deviceId) => forgetDevice(device, deviceId),
  keepKeys: (codeHash, fresh) => keepKeys(device, codeHash, fresh),
});
