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
  /** As `attempt`, for as long as it takes. */
  readonly attemptLong: <T>(
    work: (copy: SecondCopyDatabase) => Promise<T>,
  ) => Promise<Result<T, SecondFault>>;
}

/** Where there is no second place: the app works with the one that it has. */
export const noSecondCopy: SecondCopy = {
  attempt: () => Promise.resolve(err('none')),
  attemptLong: () => Promise.resolve(err('none')),
};

// A save takes a few milliseconds; a person who waits longer than this would think that nothing happened.
const patience = 3000;

/** Opens lazily. `findPlace` answers null where this browser has no second place. */
export const createSecondCopy = (
  findPlace: () => Promise<DatabaseOptions | null>,
  patienceMs = patience,
): SecondCopy => {
  let opening: Promise<SecondCopyDatabase | null> | null = null;
  let stuck = 0;
  const open = async (): Promise<SecondCopyDatabase | null> => {
    const options = await findPlace();
    return options === null ? null : new SecondCopyDatabase(options);
  };
  const attemptLong: SecondCopy['attemptLong'] = async (work) => {
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
  return {
    attempt: async (work) => {
      // One that does not answer holds up one save, not each after it.
      if (stuck > 0) return err('failed');
      const working = attemptLong(work);
      const answered = await withinTime(working, patienceMs);
      if (answered !== null) return answered;
      stuck += 1;
      void working.finally(() => {
        stuck -= 1;
      });
      return err('failed');
    },
    attemptLong,
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
