import { err, ok, type Result } from '../domain/result.ts';
import type { DatabaseOptions } from './records-database.ts';
import { isQuotaError, withReopen } from './reopen.ts';
import { SecondCopyDatabase } from './second-copy-database.ts';

/** `none`: this browser has no second place. `failed`: it has, and it did not do what was asked, or not in time. */
export type SecondFault = 'none' | 'failed';

/**
 * The way to the second copy. It never throws and never keeps anybody waiting for long: what fails here
 * alone refuses no save, and is made good when the two are brought in line at the next start.
 */
export interface SecondCopy {
  readonly attempt: <T>(work: (copy: SecondCopyDatabase) => Promise<T>) => Promise<Result<T, SecondFault>>;
  /** As `attempt`, for as long as it takes to go through everything. */
  readonly attemptLong: <T>(
    work: (copy: SecondCopyDatabase) => Promise<T>,
  ) => Promise<Result<T, SecondFault>>;
}

/** Where there is no second place: the app works with the one that it has. */
export const noSecondCopy: SecondCopy = {
  attempt: () => Promise.resolve(err('none')),
  attemptLong: () => Promise.resolve(err('none')),
};

// A save takes a few milliseconds, and seconds on a disk that is busy; who waits longer thinks that nothing happened.
const patience = 10_000;
// Thousands of records take seconds; nobody is to wait for ever before they are asked for a code.
const longPatience = 30_000;

/** Opens lazily. `findPlace` answers null where this browser has no second place. */
export const createSecondCopy = (
  findPlace: () => Promise<DatabaseOptions | null>,
  patienceMs = { short: patience, long: longPatience },
): SecondCopy => {
  let opening: Promise<SecondCopyDatabase | null> | null = null;
  let stuck = 0;
  const open = async (): Promise<SecondCopyDatabase | null> => {
    const options = await findPlace();
    return options === null ? null : new SecondCopyDatabase(options);
  };
  const run = async <T>(work: (copy: SecondCopyDatabase) => Promise<T>): Promise<Result<T, SecondFault>> => {
    const mine = (opening ??= open());
    try {
      const copy = await mine;
      return copy === null ? err('none') : ok(await withReopen(copy, () => work(copy)));
    } catch (cause) {
      // A bucket that was removed while the app ran is made anew the next time.
      if (opening === mine && !isQuotaError(cause)) opening = null;
      return err('failed');
    }
  };
  const attemptFor = async <T>(
    ms: number,
    work: (copy: SecondCopyDatabase) => Promise<T>,
  ): Promise<Result<T, SecondFault>> => {
    // One that does not answer holds up one save, not each after it.
    if (stuck > 0) return err('failed');
    const running = run(work);
    const answered = await withinTime(running, ms);
    if (answered !== null) return answered;
    stuck += 1;
    void running.finally(() => {
      stuck -= 1;
    });
    return err('failed');
  };
  return {
    attempt: (work) => attemptFor(patienceMs.short, work),
    attemptLong: (work) => attemptFor(patienceMs.long, work),
  };
};

/** What `work` answers, or null after `ms`; `work` never rejects. */
const withinTime = async <T>(work: Promise<T>, ms: number): Promise<T | null> => {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
