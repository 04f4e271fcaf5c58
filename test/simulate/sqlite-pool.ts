import { DatabaseSync } from 'node:sqlite';
import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { migrate } from '../../src/server/db/open-database.ts';
import { createSqliteDatabase } from '../../src/server/db/sqlite-database.ts';

interface Pooled {
  readonly db: CouncilDatabase;
  readonly empty: () => void;
}

/**
 * Databases in memory that are emptied and used again: making the tables and preparing every statement anew
 * would take a tenth of a history. `tables` are all of them, each after those that it refers to.
 */
export const createSqlitePool = (tables: readonly string[]): (() => CouncilDatabase) => {
  const idle: Pooled[] = [];
  return () => {
    const pooled = idle.pop() ?? create(tables);
    const { db } = pooled;
    let isOpen = true;
    const open = (): CouncilDatabase => {
      if (!isOpen) throw new Error('the database is closed');
      return db;
    };
    return {
      // Async, so that whoever comes too late is answered as by a closed handle.
      read: async (work) => open().read(work),
      write: async (work) => open().write(work),
      changeMark: async () => open().changeMark(),
      copyTo: async (file) => open().copyTo(file),
      close: () => {
        open();
        isOpen = false;
        pooled.empty();
        idle.push(pooled);
        return Promise.resolve();
      },
    };
  };
};

const create = (tables: readonly string[]): Pooled => {
  const handle = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(handle, 0);
  handle.exec('create table emptying (now integer)');
  for (const { name, sql } of guards(handle)) {
    handle.exec(
      `drop trigger ${name}; ${sql.replace(' begin ', ' when not exists (select 1 from emptying) begin ')}`,
    );
  }
  const deletions = tables.toReversed().map((table) => handle.prepare(`delete from ${table}`));
  return {
    db: createSqliteDatabase(handle),
    empty: () => {
      handle.exec('begin; insert into emptying values (1)');
      for (const deletion of deletions) deletion.run();
      handle.exec('delete from emptying; commit');
    },
  };
};

/** The triggers that keep rows from being deleted: by the product, that is. */
const guards = (handle: DatabaseSync): readonly { name: string; sql: string }[] =>
  handle
    .prepare("select name, sql from sqlite_master where type = 'trigger' and name like '%_no_delete'")
    .all()
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
