import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { copyToSqlite } from './copy-tables.ts';
import { countOthersCommits } from './count-others-commits.ts';
import type { CouncilDatabase } from './database.ts';
import { keepStatistics } from './keep-statistics.ts';
import { withNumberedParameters } from './numbered-parameters.ts';
import { createSqliteFile } from './open-database.ts';
import { isUnanswered, told } from './postgres-patience.ts';
import type { Answer, Statement, Work } from './work.ts';

/** Any number that nothing else in this database takes: writers of the log stand in line for it. */
const writersLock = 4_800_731;

// Each statement sees what was committed before it: the state of before the wait for the turn is an old one.
const beginWrite = `begin isolation level read committed; select pg_advisory_xact_lock(${writersLock})`;
// The number is taken while the turn is still ours: numbers are in the order of the commits.
const commitWrite = "select nextval('changes') as change; commit";
// Waits for whoever is writing, so that a number that is seen here is one that was committed.
const lastChange = `select pg_advisory_xact_lock_shared(${writersLock});
  select case when is_called then last_value else 0 end as change from changes`;
// One state for all statements, as a transaction on SQLite has it by itself.
const beginRead = 'begin isolation level repeatable read read only';

/**
 * A council's database on PostgreSQL. Writers wait for each other from their first statement on, in every
 * process that uses the database: `seq` and `chain` are then given out in the order of the commits.
 */
export const createPostgresDatabase = (pool: Pool): CouncilDatabase => {
  const inserted = keepStatistics(pool);
  const inTransaction = async <T>(begin: string, work: () => Work<T>, end: End): Promise<T> => {
    const client = await connect(pool);
    let broken = true;
    try {
      await client.query(begin);
      const value = await finish(client, work(), inserted);
      await end(client);
      broken = false;
      return value;
    } catch (cause) {
      const fault = told(cause);
      // A connection that does not answer, or cannot even roll back, is thrown away: the server then rolls
      // back by itself.
      broken = isUnanswered(fault) || !(await rollsBack(client));
      throw fault;
    } finally {
      client.release(broken);
    }
  };
  const others = countOthersCommits();
  return {
    write: (work) =>
      inTransaction(beginWrite, work, async (client) =>
        others.own(changeOf(await client.query(commitWrite))),
      ),
    read: (work) => inTransaction(beginRead, work, endRead),
    changeMark: async () => {
      others.seen(changeOf(await pool.query(lastChange)));
      return String(others.count());
    },
    copyTo: async (file) => {
      const copy = createSqliteFile(file);
      try {
        await inTransaction(beginRead, () => copyToSqlite(copy), endRead);
      } finally {
        copy.close();
      }
    },
    close: () => pool.end(),
  };
};

const connect = async (pool: Pool): Promise<PoolClient> => {
  try {
    return await pool.connect();
  } catch (cause) {
    throw told(cause);
  }
};

const rollsBack = (client: PoolClient): Promise<boolean> =>
  client.query('rollback').then(
    () => true,
    () => false,
  );

type End = (client: PoolClient) => Promise<unknown> | void;

const endRead: End = (client) => client.query('commit');

// Several statements at once answer a list; the number stands in the one that has rows of it.
const changeOf = (answers: unknown): number => {
  for (const { rows } of answers as readonly QueryResult<{ change?: number | string }>[]) {
    const change = rows[0]?.change;
    if (change !== undefined) return Number(change);
  }
  throw new Error('PostgreSQL did not say the number of the change');
};

const finish = async <T>(client: PoolClient, work: Work<T>, inserted: (rows: number) => void): Promise<T> => {
  let step = work.next();
  while (step.done !== true) {
    const answered = await answer(client, step.value);
    if (step.value.kind === 'insert') inserted(answered.changes);
    step = work.next(answered);
  }
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

// All rows in one parameter: one round trip and one prepared statement, however many there are. The table
// itself says the types (https://www.postgresql.org/docs/current/functions-json.html).
const insert = async (
  client: PoolClient,
  { table, columns, rows }: Extract<Statement, { readonly kind: 'insert' }>,
): Promise<Answer> => {
  const names = columns.join(', ');
  const text = `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1)`;
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  await client.query({ name: nameOf(text), text, values: [JSON.stringify(objects)] });
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
