import { setImmediate } from 'node:timers/promises';

/** Lets everything that is under way in this process come to its end; no time passes by the tablet's timers. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  // Bounded, so that what never comes fails the test rather than hanging it.
  for (let turn = 0; turn < 2000; turn++) {
    if (await holds()) return;
    await setImmediate();
  }
  throw new Error('it never came to that');
};
