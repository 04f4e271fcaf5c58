import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { copyToSqlite } from './copy-tables.ts';
import type { CouncilDatabase } from './database.ts';
import { withNumberedParameters } from './numbered-parameters.ts';
import { createSqliteFile } from './open-database.ts';
import type { Answer, Statement, Work } from './work.ts';

/** Any number that nothing else in this database takes: writers of the log stand in line for it. */
const writersLock = 4_800_731;

const beginWrite = `begin; select pg_advisory_xact_lock(${writersLock})`;
// One state for all statements, as a transaction on SQLite has it by itself.
const beginRead = 'begin isolation level repeatable read read only';

/**
 * A council's database on PostgreSQL. Writers wait for each other from their first statement on, in every
 * process that uses the database: `seq` and `chain` are then given out in the order of the commits.
 */
export const createPostgresDatabase = (pool: Pool): CouncilDatabase => {
  const inTransaction = async <T>(begin: string, work: () => Work<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = true;
    try {
      await client.query(begin);
      const value = await finish(client, work());
      await client.query('commit');
      broken = false;
      return value;
    } catch (cause) {
      // A connection that cannot even roll back is thrown away: the server then rolls back by itself.
      broken = !(await client.query('rollback').then(
        () => true,
        () => false,
      ));
      throw cause;
    } finally {
      client.release(broken);
    }
  };
  let ownWrites = 0n;
  return {
    write: async (work) => {
      try {
        return await inTransaction(beginWrite, work);
      } finally {
        ownWrites += 1n;
      }
    },
    read: (work) => inTransaction(beginRead, work),
    changeMark: async () => {
      const { rows } = await pool.query<{ next: string }>(
        'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
      );
      // Every write takes one number, reads take none: what is left are the writes of others.
      return String(BigInt(rows[0]?.next ?? 0) - ownWrites);
    },
    copyTo: async (file) => {
      const copy = createSqliteFile(file);
      try {
        await inTransaction(beginRead, () => copyToSqlite(copy));
      } finally {
        copy.close();
      }
    },
    close: () => pool.end(),
  };
};

const finish = async <T>(client: PoolClient, work: Work<T>): Promise<T> => {
  let step = work.next();
  while (step.done !== true) step = work.next(await answer(client, step.value));
  return step.value;
};

const answer = async (client: PoolClient, asked: Statement): Promise<Answer> => {
  if (asked.kind === 'insert') return insert(client, asked);
  // A name lets the connection keep the statement prepared.
  const { rows, rowCount } = await client.query<Record<string, unknown>>({
    name: nameOf(asked.text),
    text: withNumberedParameters(asked.text),
    values: [...asked.parameters],
  });
  return { rows, changes: rowCount ?? 0 };
};

/** The protocol counts parameters in 16 bits. */
const maxParameters = 60_000;

// Many rows in one statement: each statement is a round trip. Not named, for the texts are of many lengths.
const insert = async (
  client: PoolClient,
  { table, columns, rows }: Extract<Statement, { readonly kind: 'insert' }>,
): Promise<Answer> => {
  const rowsAtOnce = Math.floor(maxParameters / columns.length);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const row = `(${columns.map(() => '?').join(', ')})`;
    const values = some.map(() => row).join(', ');
    await client.query(
      withNumberedParameters(`insert into ${table} (${columns.join(', ')}) values ${values}`),
      some.flat(),
    );
  }
  return { rows: [], changes: rows.length };
};

const names = new Map<string, string>();

// Names are cut at 63 bytes, and two texts must never share one.
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
  if (names.size >= 1000) names.clear();
  names.set(text, name);
  return name;
};
