import type { Watch } from '../domain/watch.ts';

/** A value of our own that can be watched. */
export interface Subject<T> {
  readonly watch: Watch<T>;
  readonly read: () => T;
  /** Tells the watchers, unless the value is the same. */
  readonly set: (value: T) => void;
}

export const createSubject = <T extends object>(initial: T): Subject<T> => {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    read: () => value,
    set: (next) => {
      // States are flat and small, so their text tells them apart.
      if (JSON.stringify(next) === JSON.stringify(value)) return;
      value = next;
      for (const listener of listeners) listener(next);
    },
    watch: {
      subscribe: (next) => {
        // A wrapper of its own: the same function may subscribe twice.
        const listener = (changed: T): void => next(changed);
        listeners.add(listener);
        next(value);
        return { unsubscribe: () => listeners.delete(listener) };
      },
    },
  };
};
