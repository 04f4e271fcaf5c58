import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { sql } from '../../src/server/db/work.ts';
import { createDatabasePool } from './database-pool.ts';
import { createPooledSqlite } from './sqlite-pool.ts';

/** Where the simulated server keeps its rows. */
export interface Engine {
  /** An empty database with every table, of its own. */
  readonly open: () => Promise<CouncilDatabase>;
  /** When all histories are over. */
  readonly end: () => Promise<void>;
}

export const createSqliteEngine = (): Engine => ({
  open: createDatabasePool(() => Promise.resolve(createPooledSqlite(tables))),
  end: () => Promise.resolve(),
});

/** Every table, each after those that it refers to. A unit test holds the list against the real one. */
export const tables = [
  'council',
  'people',
  'grants',
  'devices',
  'invites',
  'sessions',
  'challenges',
  'tries',
  'meetings',
  'aliases',
  'blobs',
  'log',
  'readers',
  'set_aside',
  'erasures',
] as const;

type Row = Readonly<Record<string, string | number | null>>;

/** All rows of all tables at one moment: a backup. */
export type Copy = readonly (readonly [string, readonly Row[]])[];

export const copyDatabase = (db: CouncilDatabase): Promise<Copy> =>
  db.read(function* () {
    const copy: [string, readonly Row[]][] = [];
    for (const table of tables) copy.push([table, yield* sql<Row>(`select * from ${table}`)]);
    return copy;
  });

/**
 * Puts a backup into an empty database, under a new epoch, as `order-paper restore` does: sessions end and
 * unused codes die.
 */
export const restoreDatabase = (db: CouncilDatabase, copy: Copy, epoch: string): Promise<void> =>
  db.write(function* () {
    for (const [table, rows] of copy) {
      for (const row of rows) {
        const columns = Object.keys(row);
        const marks = columns.map(() => '?').join(', ');
        yield* sql(`insert into ${table} (${columns.join(', ')}) values (${marks})`, ...Object.values(row));
      }
    }
    yield* sql('update council set epoch = ?', epoch);
    for (const table of ['sessions', 'challenges']) yield* sql(`delete from ${table}`);
    yield* sql('delete from invites where used_at is null');
  });
