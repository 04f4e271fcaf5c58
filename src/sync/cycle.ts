import { fetchManifests, type SetAside } from './manifests.ts';
import type { Outcome } from './outcome.ts';
import type { Enrolled, SyncPorts } from './ports.ts';
import { pull } from './pull.ts';
import { learnEpoch, newPushSize, push, type PushSize } from './push.ts';
import { refreshGrants } from './session.ts';
import { signOut } from './sign-out.ts';

/** What one tab remembers from cycle to cycle; all of it may be lost without harm. */
export interface CycleMemory {
  readonly size: PushSize;
  readonly setAside: SetAside;
  /** Whether the grants were asked for since the app was opened. */
  hasGrants: boolean;
}

export const newCycleMemory = (): CycleMemory => ({
  size: newPushSize(),
  setAside: new Set(),
  hasGrants: false,
});

/** Sends what waits, then brings what is new. One cycle, under the lock that tabs share. */
export const runCycle = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  memory: CycleMemory,
): Promise<Outcome> => {
  await ports.store.adoptOutbox(enrolment.deviceId);
  const pushed = await push(ports, enrolment, memory.size);
  if (isRevoked(pushed)) return signOut(ports, enrolment);
  if (pushed.kind === 'retry') return pushed;
  const pulled = await pullThroughEpochs(ports, enrolment, memory);
  if (isRevoked(pulled) || pulled.kind === 'wipe') return signOut(ports, enrolment);
  // Reading may still work where sending needs a new enrolment; the need is what people are told.
  if (pulled.kind !== 'done') return pushed.kind === 'need' ? pushed : pulled;
  if (!memory.hasGrants) memory.hasGrants = (await refreshGrants(ports, enrolment)).kind === 'ok';
  const fetched = await fetchManifests(ports, enrolment, memory.setAside);
  return pushed.kind === 'done' ? fetched : pushed;
};

const isRevoked = (outcome: Outcome): boolean => outcome.kind === 'need' && outcome.need === 'revoked';

const pullThroughEpochs = async (
  ports: SyncPorts,
  enrolment: Enrolled,
  memory: CycleMemory,
): Promise<Outcome> => {
  const first = await pull(ports, enrolment);
  if (first.kind !== 'epoch') return first;
  // Only a push is told which number the server expects, and without it nothing may be offered again.
  const learned = await learnEpoch(ports, enrolment);
  if (learned.kind !== 'epoch' && learned.kind !== 'done') return learned;
  const offered = await push(ports, enrolment, memory.size);
  if (offered.kind !== 'done') return offered;
  const second = await pull(ports, enrolment);
  return second.kind === 'epoch' ? { kind: 'retry', retryAfter: null } : second;
};
