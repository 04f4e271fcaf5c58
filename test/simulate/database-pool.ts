import type { CouncilDatabase } from '../../src/server/db/database.ts';

/** A database with every table, and how all of its rows go away at once. */
export interface Pooled {
  readonly db: CouncilDatabase;
  readonly empty: () => Promise<void>;
}

/**
 * Databases that are emptied when they are closed, and used again: making tables anew takes much of a
 * history on any engine. Who comes after the end is refused, as by a database that is closed.
 */
export const createDatabasePool = (create: () => Promise<Pooled>): (() => Promise<CouncilDatabase>) => {
  const idle: Pooled[] = [];
  return async () => {
    const pooled = idle.pop() ?? (await create());
    const { db } = pooled;
    const running = new Set<Promise<unknown>>();
    let isOpen = true;
    const run = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!isOpen) throw new Error('the database is closed');
      const answer = work();
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    };
    return {
      read: (work) => run(() => db.read(work)),
      write: (work) => run(() => db.write(work)),
      changeMark: () => run(() => db.changeMark()),
      copyTo: (file) => run(() => db.copyTo(file)),
      close: async () => {
        isOpen = false;
        await Promise.allSettled(running);
        await pooled.empty();
        idle.push(pooled);
      },
    };
  };
};
