import { Pool, types } from 'pg';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CouncilDatabase } from './database.ts';
import { createPostgresDatabase } from './postgres-database.ts';
import { postgresMigrations, postgresPreparation } from './postgres-migrations.ts';
import { usualPatience, type Patience } from './postgres-patience.ts';

export type PostgresFault =
  /** No connection, wrong user, wrong password: which one is for the database's own log. */
  | { readonly kind: 'unreachable' }
  /** It has no tables of ours, and none were to be made. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'needs-migration'; readonly version: number }
  | { readonly kind: 'newer'; readonly version: number };

/** Taken while the tables are made, so that two servers that start together do it once. */
const migrationLock = 4_800_730;

/**
 * Opens a council's PostgreSQL database; when it has no tables, makes them or, for `existing`, answers that
 * it is empty. Throws when the server does not do what durability asks of it.
 */
export const openPostgres = async (
  url: string,
  use: 'make' | 'existing' = 'make',
  patience: Patience = usualPatience,
): Promise<Result<CouncilDatabase, PostgresFault>> => {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    application_name: 'order-paper',
    ...patience,
    // Counts and sequence numbers stay far below 2^53.
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8
          ? Number
          : (types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  outliveConnections(pool);
  const reached = await durability(pool);
  if (reached === null) return refuse(pool, { kind: 'unreachable' });
  // A receipt is a promise: the commit behind it must survive a crash.
  if (reached === 'off') {
    await pool.end();
    throw new Error('PostgreSQL answers commits before they are durable: set synchronous_commit to on');
  }
  if (!(await hasTables(pool))) {
    if (use === 'existing') return refuse(pool, { kind: 'empty' });
    await migrateAll(pool);
  }
  const version = await versionOf(pool);
  if (version > postgresMigrations.length) return refuse(pool, { kind: 'newer', version });
  if (version < postgresMigrations.length) return refuse(pool, { kind: 'needs-migration', version });
  return ok(createPostgresDatabase(pool));
};

/** Runs the steps after the version that the database has; answers the version before and after. */
export const migratePostgres = async (
  url: string,
): Promise<Result<{ readonly from: number; readonly to: number }, PostgresFault>> => {
  // A step may take as long as the log is long.
  const { connectionTimeoutMillis } = usualPatience;
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis });
  outliveConnections(pool);
  if ((await durability(pool)) === null) return refuse(pool, { kind: 'unreachable' });
  if (!(await hasTables(pool))) return refuse(pool, { kind: 'empty' });
  const from = await versionOf(pool);
  if (from > postgresMigrations.length) return refuse(pool, { kind: 'newer', version: from });
  await migrateAll(pool);
  await pool.end();
  return ok({ from, to: postgresMigrations.length });
};

/** Keeps a lost connection from ending the process: an error that nobody listens for would. */
const outliveConnections = (pool: Pool): void => {
  // An idle one is replaced; one in use fails its statement, and with it the request.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
};

/** What `synchronous_commit` says; null when the database is not reached, its address unreadable included. */
const durability = async (pool: Pool): Promise<string | null> => {
  try {
    const { rows } = await pool.query<{ synchronous_commit: string }>('show synchronous_commit');
    return rows[0]?.synchronous_commit ?? null;
  } catch {
    // What is wrong stands in the database's own log; here it could repeat the password.
    return null;
  }
};

const refuse = async (pool: Pool, fault: PostgresFault): Promise<Result<never, PostgresFault>> => {
  await pool.end();
  return err(fault);
};

type Queries = Pick<Pool, 'query'>;

const versionOf = async (client: Queries): Promise<number> => {
  const { rows } = await client.query<{ version: number }>('select version from schema_version');
  return Number(rows[0]?.version);
};

// Not `to_regclass`: a connection remembers its "no" through the wait for the lock.
const hasTables = async (client: Queries): Promise<boolean> => {
  const { rows } = await client.query(
    "select 1 from pg_tables where schemaname = current_schema() and tablename = 'schema_version'",
  );
  return rows.length > 0;
};

// The version is part of the transaction: a step is done wholly or not at all. Whoever waited for the lock
// looks again: another server that started together with this one may have done it meanwhile.
const migrateAll = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query(
      `begin isolation level read committed; select pg_advisory_xact_lock(${migrationLock})`,
    );
    if (!(await hasTables(client))) await client.query(postgresPreparation);
    for (const step of postgresMigrations.slice(await versionOf(client))) await client.query(step);
    await client.query(
      `update schema_version set version = ${postgresMigrations.length} where version < ${postgresMigrations.length}`,
    );
    await client.query('commit');
  } finally {
    client.release(true);
  }
};
