import type { Watch } from '../domain/watch.ts';

/**
 * For a watched list of keys, the watched value of each: answers a map once every key has its value, and
 * again at every change. A key that stays in the list keeps its subscription.
 */
export const watchEach = <K, T>(
  keys: Watch<readonly K[]>,
  watchOne: (key: K) => Watch<T>,
): Watch<ReadonlyMap<K, T>> => ({
  subscribe: (next, failed) => {
    const values = new Map<K, T>();
    const running = new Map<K, { readonly unsubscribe: () => void }>();
    let wanted: readonly K[] = [];
    let isSettingUp = false;
    const answer = (): void => {
      if (!isSettingUp && wanted.every((key) => values.has(key))) next(new Map(values));
    };
    const stop = (key: K): void => {
      running.get(key)?.unsubscribe();
      running.delete(key);
      values.delete(key);
    };
    const watching = keys.subscribe((list) => {
      isSettingUp = true;
      wanted = list;
      for (const key of [...running.keys()].filter((old) => !list.includes(old))) stop(key);
      for (const key of list.filter((one) => !running.has(one))) {
        const subscription = watchOne(key).subscribe((value) => {
          values.set(key, value);
          answer();
        }, failed);
        running.set(key, subscription);
      }
      isSettingUp = false;
      answer();
    }, failed);
    return {
      unsubscribe: () => {
        watching.unsubscribe();
        // A Map may lose keys while it is walked.
        for (const key of running.keys()) stop(key);
      },
    };
  },
});
