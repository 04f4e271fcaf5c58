import { DatabaseSync } from 'node:sqlite';
import { migrate } from '../../src/server/db/open-database.ts';
import { createSqliteDatabase } from '../../src/server/db/sqlite-database.ts';
import type { Pooled } from './database-pool.ts';

/** One in memory. `tables` are all of them, each after those that it refers to. */
export const createPooledSqlite = (tables: readonly string[]): Pooled => {
  const handle = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(handle, 0);
  handle.exec('create table emptying (now integer)');
  for (const { name, sql } of guards(handle)) {
    const ours = sql.replace(' begin ', ' when not exists (select 1 from emptying) begin ');
    handle.exec(`drop trigger ${name}; ${ours}`);
  }
  const deletions = tables.toReversed().map((table) => handle.prepare(`delete from ${table}`));
  return {
    db: createSqliteDatabase(handle),
    empty: () => {
      handle.exec('begin; insert into emptying values (1)');
      for (const deletion of deletions) deletion.run();
      handle.exec('delete from emptying; commit');
      return Promise.resolve();
    },
  };
};

/** The triggers that keep rows from being deleted: by the product, that is. */
const guards = (handle: DatabaseSync): readonly { name: string; sql: string }[] =>
  handle
    .prepare("select name, sql from sqlite_master where type = 'trigger' and name like '%_no_delete'")
    .all()
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
