import type { Watch } from '../domain/watch.ts';
import { newCycleMemory, runCycle } from './cycle.ts';
import { download } from './downloads.ts';
import { createLoop } from './loop.ts';
import { done, type Outcome } from './outcome.ts';
import { listenForPokes } from './poke.ts';
import type { SyncPorts } from './ports.ts';
import { readOpaqueAgain } from './pull.ts';
import { createSubject } from './subject.ts';
import { firstSyncState, hasWaitedLong, type SyncState } from './sync-state.ts';

export interface SyncEngine {
  readonly state: Watch<SyncState>;
  /** Says that there is something to send or to fetch. Never waits. */
  readonly wake: () => void;
  /** Ends every timer, stream and watch; a cycle under way comes to its own end. */
  readonly stop: () => void;
}

const minute = 60_000;

/**
 * Keeps one person's tablet and the council's server together for as long as the app is open: at every
 * change here, poke from there, return to the front or to the network, and each minute in the foreground.
 */
export const startSyncEngine = (ports: SyncPorts): SyncEngine => {
  const { store, enrolments, outside } = ports;
  const memory = newCycleMemory();
  const subject = createSubject(firstSyncState(outside.signals.isOnline() ? 'online' : 'offline'));
  const change = (part: Partial<SyncState>): void => subject.set({ ...subject.read(), ...part });
  let pendingSince: readonly number[] = [];
  let missingBlobs = 0;

  // What was saved far from any network has not stalled before it could be offered.
  let onlineSince = outside.now();
  let wasOffered = false;

  const countStalled = (): void => {
    const now = outside.now();
    // A cycle that never ends, as behind a frozen tab that holds the lock, is a stall too.
    const mayStall = outside.signals.isOnline() && (wasOffered || hasWaitedLong(onlineSince, now));
    change({ stalled: mayStall ? pendingSince.filter((since) => hasWaitedLong(since, now)).length : 0 });
  };

  const cycle = async (): Promise<Outcome> => {
    const enrolment = await enrolments.read();
    if (enrolment === null) return done;
    change({ busy: true });
    let outcome: Outcome = done;
    await outside.runExclusive('sync', async () => {
      outcome = await runCycle(ports, enrolment, memory);
    });
    return outcome;
  };
  const cycles = createLoop(outside, cycle, (outcome) => {
    change({ busy: false });
    wasOffered = true;
    if (outcome.kind === 'retry') change({ network: 'offline' });
    else if (outcome.kind !== 'fault') {
      change({
        network: outside.signals.isOnline() ? 'online' : 'offline',
        need: outcome.kind === 'need' ? outcome.need : 'nothing',
      });
    }
    countStalled();
    if (outcome.kind === 'done') papers.wake();
  });

  // Under a lock of their own, so that a long download never keeps a record waiting.
  const papers = createLoop(
    outside,
    async () => {
      const enrolment = await enrolments.read();
      if (enrolment === null || !outside.signals.isOnline()) return done;
      let outcome: Outcome = done;
      await outside.runExclusive('papers', async () => {
        outcome = await download(ports, enrolment);
      });
      return outcome;
    },
    () => {},
  );

  const waiting = store.waiting.subscribe((now) => {
    // Saved or asked for in another tab that has been closed since: somebody has to send it.
    const isMore = now.pendingSince.length > pendingSince.length;
    if (now.blobs > missingBlobs) papers.wake();
    ({ pendingSince, blobs: missingBlobs } = now);
    change({ waiting: pendingSince.length, quarantined: now.quarantined, lastContact: now.lastContact });
    countStalled();
    if (isMore) cycles.wake();
  });

  const unsubscribe = outside.signals.subscribe((signal) => {
    if (signal === 'offline' || signal === 'online') {
      wasOffered = false;
      onlineSince = outside.now();
      countStalled();
    }
    if (signal === 'offline') change({ network: 'offline' });
    else if (signal !== 'hidden') cycles.wakeFresh();
  });
  const stopPokes = listenForPokes(outside, cycles.wake);
  let stopTick: (() => void) | null = null;
  const tick = (): void => {
    stopTick = outside.startTimer(tick, minute);
    countStalled();
    if (outside.signals.isVisible()) cycles.wake();
  };
  tick();
  readOpaqueAgain(ports).then(cycles.wake, cycles.wake);

  return {
    state: subject.watch,
    wake: () => {
      cycles.wake();
      papers.wake();
    },
    stop: () => {
      waiting.unsubscribe();
      unsubscribe();
      stopPokes();
      stopTick?.();
      cycles.stop();
      papers.stop();
    },
  };
};
