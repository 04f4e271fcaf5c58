import { DatabaseSync } from 'node:sqlite';
import { inject } from 'vitest';
import { copyFromSqlite } from '../../src/server/db/copy-tables.ts';
import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { openDatabase, openMemoryDatabase } from '../../src/server/db/open-database.ts';
import { openPostgres } from '../../src/server/db/open-postgres.ts';
import { closeAfterTest } from './close-after-test.ts';
import { newSchema } from './postgres-schema.ts';

/**
 * An empty database of the engine that the project is about: SQLite in memory, or in the project
 * `postgres` a schema of its own in PostgreSQL. Whatever the test leaves open is closed after it.
 */
export const openTestDatabase = async (): Promise<CouncilDatabase> => {
  const url = await newDatabaseUrl();
  return url === null ? openMemoryDatabase() : openOrThrow(url);
};

/** A database with what a backup's `council.sqlite` holds, on the engine that the project is about. */
export const openTestCopy = async (file: string): Promise<CouncilDatabase> => {
  const url = await newDatabaseUrl();
  if (url === null) {
    const opened = openDatabase(file);
    if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
    return opened.value;
  }
  const source = new DatabaseSync(file, { readOnly: true });
  const db = await openOrThrow(url);
  await db.write(() => copyFromSqlite(source));
  source.close();
  return db;
};

/** Names an empty PostgreSQL database; null where the project is about SQLite. */
export const newDatabaseUrl = async (): Promise<string | null> => {
  const server = inject('postgresUrl');
  return server === undefined ? null : newSchema(server);
};

const openOrThrow = async (url: string): Promise<CouncilDatabase> => {
  const opened = await openPostgres(url);
  if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
  let closing: Promise<void> | null = null;
  // The test may close it too, and so may a hook that comes after ours.
  const close = (): Promise<void> => (closing ??= opened.value.close());
  closeAfterTest(close);
  return { ...opened.value, close };
};
