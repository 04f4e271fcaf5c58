import { backup, type DatabaseSync } from 'node:sqlite';
import { DatabaseBusy } from './database-busy.ts';
import type { CouncilDatabase } from './database.ts';
import { createStatements } from './statements.ts';
import type { Work } from './work.ts';

/** A council's database in an open SQLite handle. Throws inside of `read` and `write` become rejections. */
export const createSqliteDatabase = (handle: DatabaseSync): CouncilDatabase => {
  const statements = createStatements(handle);
  const finish = <T>(work: Work<T>): T => {
    let step = work.next();
    while (step.done !== true) step = work.next(statements.answer(step.value));
    return step.value;
  };
  // From begin to commit nothing is awaited: no other request's statement can slip in between.
  const inTransaction = <T>(begin: string, work: () => Work<T>): T => {
    try {
      handle.exec(begin);
      const value = finish(work());
      handle.exec('commit');
      return value;
    } catch (cause) {
      // A full disk rolls back by itself; a second rollback would hide the first fault.
      if (handle.isTransaction) handle.exec('rollback');
      throw isBusy(cause) ? new DatabaseBusy('SQLITE_BUSY') : cause;
    }
  };
  return {
    // Async only in its answer: a fault rejects, and the work is done before the caller goes on.
    // oxlint-disable-next-line typescript/require-await -- said above
    write: async (work) => inTransaction('begin immediate', work),
    // oxlint-disable-next-line typescript/require-await -- said above
    read: async (work) => inTransaction('begin', work),
    // oxlint-disable-next-line typescript/require-await -- said above
    changeMark: async () => String(handle.prepare('pragma data_version').get()?.['data_version']),
    copyTo: async (file) => {
      await backup(handle, file, { rate: 200 });
    },
    // oxlint-disable-next-line typescript/require-await -- said above
    close: async () => handle.close(),
  };
};

// Another process, an import for instance, wrote for longer than the handle waits (sqlite.org/rescode.html#busy).
const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'errcode' in cause && Number(cause.errcode) % 256 === 5;
