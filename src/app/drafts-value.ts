import type { Watch } from '../domain/watch.ts';

/** A value in memory that can be watched. */
export interface Value<T> {
  readonly watch: Watch<T>;
  readonly current: () => T;
  readonly set: (next: T) => void;
}

/** Makes a watched value; a new subscriber hears the present value at once. */
export const createValue = <T>(first: T): Value<T> => {
  let value = first;
  const listeners = new Set<(value: T) => void>();
  return {
    current: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener(value);
    },
    watch: {
      subscribe: (next) => {
        // A wrapper of its own, so that one function may subscribe twice.
        const listener = (changed: T): void => next(changed);
        listeners.add(listener);
        next(value);
        return { unsubscribe: () => void listeners.delete(listener) };
      },
    },
  };
};
