import type { DatabaseSync } from 'node:sqlite';
import { sql, type Work } from './work.ts';

/** Every table with the columns that order its rows, in the order in which rows may refer to others. */
const tables = [
  ['council', 'id'],
  ['people', 'id'],
  ['grants', 'person_id, ordinal'],
  ['devices', 'id'],
  ['invites', 'code_hash'],
  ['sessions', 'token_hash'],
  ['challenges', 'challenge_hash'],
  ['tries', 'at, address'],
  ['meetings', 'meeting_id, version'],
  ['aliases', 'system, site, kind, theirs'],
  ['blobs', 'sha256'],
  ['log', 'seq'],
  ['readers', 'seq, scope'],
  ['set_aside', 'id'],
  ['erasures', 'ordinal'],
] as const;

const pageSize = 1000;

type Row = Readonly<Record<string, string | number | null>>;

/** Copies every row of the database that runs this work, as it is at one moment, into an empty SQLite one. */
export function* copyToSqlite(target: DatabaseSync): Work<void> {
  target.exec('begin immediate');
  for (const [table, order] of tables) {
    for (let done = 0, full = true; full; done += pageSize) {
      const rows = yield* sql<Row>(
        `select * from ${table} order by ${order} limit ? offset ?`,
        pageSize,
        done,
      );
      for (const row of rows) target.prepare(insertion(table, row)).run(...Object.values(row));
      full = rows.length === pageSize;
    }
  }
  target.exec('commit');
}

/** The other way: every row of an SQLite database into the empty one that runs this work. */
export function* copyFromSqlite(source: DatabaseSync): Work<void> {
  for (const [table, order] of tables) {
    for (const found of source.prepare(`select * from ${table} order by ${order}`).iterate()) {
      const row = found as Row;
      yield* sql(insertion(table, row), ...Object.values(row));
    }
  }
}

const insertion = (table: string, row: Row): string => {
  const columns = Object.keys(row);
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
};
