import type { Watch } from '../domain/watch.ts';
import { createValue } from './drafts-value.ts';

/** The part of `navigator.locks` that is used; absent where the page is not a secure context. */
export type FormLocks = Pick<LockManager, 'request' | 'query'>;

/** Whether anybody is filling in a form: an update of the app waits until nobody is. */
export interface DirtyForms {
  /** Marks one form as dirty until the answer is called. */
  readonly hold: () => () => void;
  /** True while a form is dirty in any tab of this browser. */
  readonly isFormDirty: () => Promise<boolean>;
  /** How many forms are dirty in this tab. */
  readonly dirtyForms: Watch<number>;
}

const lockName = 'dirty-form';

/**
 * Dirty forms hold a shared Web Lock, so that other tabs see them and a crashed tab lets go by itself.
 * Without locks only this tab's forms are known.
 */
export const createDirtyForms = (locks: FormLocks | null): DirtyForms => {
  const count = createValue(0);
  return {
    dirtyForms: count.watch,
    hold: () => {
      const done = Promise.withResolvers<void>();
      count.set(count.current() + 1);
      // Rejected only when the page goes away, and then the lock is gone as well.
      void locks?.request(lockName, { mode: 'shared' }, () => done.promise).catch(() => undefined);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        count.set(count.current() - 1);
        done.resolve();
      };
    },
    isFormDirty: async () => {
      if (count.current() > 0) return true;
      const state = await locks?.query();
      return state?.held?.some((lock) => lock.name === lockName) ?? false;
    },
  };
};
