import type { DatabaseSync } from 'node:sqlite';
import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { createStatements, type Parameter } from './statements.ts';
import { queryBuilder } from './query-builder.ts';

/**
 * One council's database. Everything here is synchronous: a transaction is one function that never
 * awaits, so no other request can come in between and no query can slip out of its transaction.
 * Queries are built with Kysely (typed, the same for PostgreSQL); the push path uses bare SQL.
 */
export interface CouncilDatabase {
  readonly query: Kysely<Schema>;
  readonly all: <Row>(query: Compilable<Row>) => readonly Row[];
  readonly first: <Row>(query: Compilable<Row>) => Row | null;
  /** Rows changed. */
  readonly run: (query: Compilable) => number;
  /** Bare SQL with a cached statement. `Row` is the writer's promise; the tables are STRICT. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- said above
  readonly sql: <Row>(text: string, ...parameters: readonly Parameter[]) => readonly Row[];
  /** Takes the write lock at once, commits when the work returns, rolls back when it throws. */
  readonly write: <T>(work: () => T) => T;
  /** Several reads of one state, also while another process writes. */
  readonly read: <T>(work: () => T) => T;
  /** A number that changes when another process has committed. */
  readonly dataVersion: () => number;
  /** The handle itself, for the online backup only. */
  readonly handle: DatabaseSync;
  readonly close: () => void;
}

/** Wraps an open handle; `openDatabase` and the tests bring one. */
export const createDatabase = (handle: DatabaseSync): CouncilDatabase => {
  const statements = createStatements(handle);
  const inTransaction = <T>(begin: string, work: () => T): T => {
    handle.exec(begin);
    try {
      const value = work();
      if (value instanceof Promise) throw new TypeError('a transaction never waits');
      handle.exec('commit');
      return value;
    } catch (cause) {
      // A full disk rolls back by itself; a second rollback would hide the first fault.
      if (handle.isTransaction) handle.exec('rollback');
      throw cause;
    }
  };
  const all = <Row>(query: Compilable<Row>): readonly Row[] => {
    const { sql, parameters } = query.compile();
    return statements.all<Row>(sql, parameters);
  };
  return {
    query: queryBuilder,
    all,
    first: (query) => all(query)[0] ?? null,
    run: (query) => {
      const { sql, parameters } = query.compile();
      return statements.run(sql, parameters);
    },
    sql: (text, ...parameters) => statements.all(text, parameters),
    write: (work) => inTransaction('begin immediate', work),
    read: (work) => inTransaction('begin', work),
    dataVersion: () =>
      statements.all<{ data_version: number }>('pragma data_version', [])[0]?.data_version ?? 0,
    handle,
    close: () => handle.close(),
  };
};
