import { backOff } from './back-off.ts';
import type { Outcome } from './outcome.ts';
import type { Outside } from './ports.ts';

/** Runs one piece of work again and again, never twice at a time. */
export interface Loop {
  /** Says that there is something to do. Never waits. */
  readonly wake: () => void;
  /** As `wake`, and forgets the failures before: the network has just come back. */
  readonly wakeFresh: () => void;
  readonly stop: () => void;
}

/**
 * After `retry`, or a fault of its own, the work is done again by itself, later each time; there is no giving up. A `wake` in
 * between does it at once, except while the server has asked for rest.
 */
export const createLoop = (
  outside: Outside,
  work: () => Promise<Outcome>,
  finished: (outcome: Outcome) => void,
): Loop => {
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let isResting = false;
  let failures = 0;
  let stopTimer: (() => void) | null = null;

  const wake = (): void => {
    if (isStopped || isResting) return;
    isWanted = true;
    if (!isRunning) void run();
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      stopTimer?.();
      // A fault of the program or the disk must not end the sync for good.
      const outcome = await work().catch((): Outcome => ({ kind: 'fault' }));
      plan(outcome);
      finished(outcome);
    }
    isRunning = false;
  };
  const plan = (outcome: Outcome): void => {
    if (isStopped) return;
    if (outcome.kind !== 'retry' && outcome.kind !== 'fault') {
      failures = 0;
      return;
    }
    const retryAfter = outcome.kind === 'retry' ? outcome.retryAfter : null;
    isResting = retryAfter !== null && retryAfter > 0;
    if (isResting) isWanted = false;
    const wait = backOff(failures, outside.random(), retryAfter);
    failures += 1;
    stopTimer = outside.startTimer(() => {
      isResting = false;
      wake();
    }, wait);
  };
  return {
    wake,
    wakeFresh: () => {
      failures = 0;
      wake();
    },
    stop: () => {
      isStopped = true;
      isWanted = false;
      stopTimer?.();
    },
  };
};
