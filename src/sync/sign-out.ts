import type { Outcome } from './outcome.ts';
import type { Enrolled, SyncPorts } from './ports.ts';
import { rescue } from './rescue.ts';

/**
 * The last cycle of a device that the council has ended: hands over what was not sent, then takes
 * everything of the person off the tablet and forgets the device with its key. As long as one record
 * waits, because the server cannot be reached or does not take it, everything stays and is tried again.
 */
export const signOut = async (ports: SyncPorts, enrolment: Enrolled): Promise<Outcome> => {
  const { store, enrolments } = ports;
  const rescued = await rescue(ports, enrolment);
  const isOver = rescued.kind === 'need' && rescued.need === 'revoked';
  if (!isOver || (await store.readPending(1)).length > 0) return rescued;
  // In this order a crash between two steps is made good by the next cycle, and the count is not lost.
  await enrolments.noteSignedOut(await store.countHeld(enrolment.deviceId));
  if (await store.wipe()) await enrolments.forget(enrolment.deviceId);
  return rescued;
};
