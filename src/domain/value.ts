import type { Watch } from './watch.ts';

/** A value in memory that can be watched and set. */
export interface Value<T> extends Watch<T> {
  readonly get: () => T;
  /** Tells every watcher, unless the value is the very same. */
  readonly set: (value: T) => void;
}

export const createValue = <T>(first: T): Value<T> => {
  let current = first;
  const watchers = new Set<(value: T) => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const next of watchers) next(value);
    },
    subscribe: (next) => {
      watchers.add(next);
      next(current);
      return { unsubscribe: () => void watchers.delete(next) };
    },
  };
};
