import { liveQuery, type Dexie } from 'dexie';
import type { Watch } from '../domain/watch.ts';
import { isLostConnection, reopen } from './reopen.ts';

/**
 * A live query as a `Watch`: asks again when a table it read has changed, in this tab or another. After
 * a lost connection it opens the database and goes on; a second loss without an answer between is told.
 */
export const watchQuery = <T>(db: Dexie, query: () => Promise<T>): Watch<T> => ({
  subscribe: (next, failed) => {
    let ended = false;
    let reopened = false;
    let current: { readonly unsubscribe: () => void } | null = null;
    const start = (): void => {
      current = liveQuery(query).subscribe(
        (value) => {
          reopened = false;
          next(value);
        },
        (cause: unknown) => {
          if (ended) return;
          if (reopened || !isLostConnection(cause)) {
            failed?.(cause);
            return;
          }
          reopened = true;
          reopen(db).then(
            () => ended || start(),
            (second: unknown) => failed?.(second),
          );
        },
      );
    };
    start();
    return {
      unsubscribe: () => {
        ended = true;
        current?.unsubscribe();
      },
    };
  },
});
