import type { Watch } from '../domain/watch.ts';

/** The value of a watch now: its first answer. Rejects when the watch fails before it answers. */
export const firstValue = <T>(watch: Watch<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    let watching: { readonly unsubscribe: () => void } | null = null;
    let isDone = false;
    watching = watch.subscribe((value) => {
      isDone = true;
      watching?.unsubscribe();
      resolve(value);
    }, reject);
    // A watch may answer inside `subscribe`, before there is anything to end.
    if (isDone) watching.unsubscribe();
  });

/** A view made from two watches; answers once both have answered, and again at every change. */
export const combineWatches = <A, B, T>(
  first: Watch<A>,
  second: Watch<B>,
  join: (a: A, b: B) => T,
): Watch<T> => ({
  subscribe: (next, failed) => {
    let a: { readonly value: A } | null = null;
    let b: { readonly value: B } | null = null;
    const answer = (): void => {
      if (a !== null && b !== null) next(join(a.value, b.value));
    };
    const watching = [
      first.subscribe((value) => {
        a = { value };
        answer();
      }, failed),
      second.subscribe((value) => {
        b = { value };
        answer();
      }, failed),
    ];
    return {
      unsubscribe: () => {
        for (const each of watching) each.unsubscribe();
      },
    };
  },
});

/** A view made from one watch. */
export const mapWatch = <A, T>(watch: Watch<A>, change: (value: A) => T): Watch<T> => ({
  subscribe: (next, failed) => watch.subscribe((value) => next(change(value)), failed),
});
