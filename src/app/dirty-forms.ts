import { createValue } from '../domain/value.ts';

/** The part of `navigator.locks` that is used; absent where the page is not a secure context. */
export type FormLocks = Pick<LockManager, 'request' | 'query'>;

/** Whether anybody is filling in a form: an update of the app waits until nobody is. */
export interface DirtyForms {
  /** Marks one form as being filled in until the answer is called. */
  readonly hold: () => () => void;
  /** True while a form of this tab is being filled in. */
  readonly here: () => boolean;
  /** True while a form is being filled in, in any tab of this browser. */
  readonly anywhere: () => Promise<boolean>;
  /** Resolves when no form of this tab is being filled in. */
  readonly cleanHere: () => Promise<void>;
}

const lockName = 'dirty-form';

/**
 * Dirty forms hold a shared Web Lock, so that other tabs see them and a crashed tab lets go by itself.
 * Without locks only this tab's forms are known.
 */
export const createDirtyForms = (locks: FormLocks | null): DirtyForms => {
  const count = createValue(0);
  return {
    here: () => count.get() > 0,
    anywhere: async () => {
      if (count.get() > 0) return true;
      const state = await locks?.query();
      return state?.held?.some((lock) => lock.name === lockName) ?? false;
    },
    cleanHere: async () => {
      const clean = Promise.withResolvers<void>();
      const watching = count.subscribe((forms) => {
        if (forms === 0) clean.resolve();
      });
      await clean.promise;
      watching.unsubscribe();
    },
    hold: () => {
      const done = Promise.withResolvers<void>();
      count.set(count.get() + 1);
      // Rejected only when the page goes away, and then the lock is gone as well.
      void locks?.request(lockName, { mode: 'shared' }, () => done.promise).catch(() => undefined);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        count.set(count.get() - 1);
        done.resolve();
      };
    },
  };
};
