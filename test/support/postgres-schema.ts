import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/**
 * The url of an empty schema of its own in the database that `server` names: as empty as a fresh database
 * and several times as cheap. Writers in two schemas of one database wait for each other all the same.
 */
export const newSchema = async (server: string): Promise<string> => {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnPostgres(server, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  // As PostgreSQL's own tools write it: a space in a parameter is %20.
  return url.href.replaceAll('+', '%20');
};

/** Runs statements there on a connection of their own. */
export const runOnPostgres = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};
