import { setImmediate } from 'node:timers/promises';

const boundMs = 10_000;

/**
 * Lets everything that is under way in this process and in the database come to its end; no time passes by
 * the tablet's timers.
 */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  // Bounded, so that what never comes fails the test rather than hanging it.
  for (const end = performance.now() + boundMs; performance.now() < end;) {
    if (await holds()) return;
    await setImmediate();
  }
  throw new Error('it never came to that');
};
