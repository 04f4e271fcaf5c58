import { useEffect, useState } from 'preact/hooks';
import type { Watch } from '../domain/watch.ts';

/** What a component knows of a watched value. */
export type Watched<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly cause: unknown };

/**
 * The last value of a watch, drawn again at every change. The watch must be the same object from one
 * drawing to the next: make it with `useMemo`. After a failure the next value makes it ready again.
 */
export const useWatch = <T>(watch: Watch<T>): Watched<T> => {
  const [kept, keep] = useState<{ watch: Watch<T>; watched: Watched<T> }>({
    watch,
    watched: { state: 'loading' },
  });
  useEffect(() => {
    const subscription = watch.subscribe(
      (value) => keep({ watch, watched: { state: 'ready', value } }),
      (cause) => keep({ watch, watched: { state: 'failed', cause } }),
    );
    return () => subscription.unsubscribe();
  }, [watch]);
  // A value of the watch before this one (another meeting's) is never shown as this one's.
  return kept.watch === watch ? kept.watched : { state: 'loading' };
};
