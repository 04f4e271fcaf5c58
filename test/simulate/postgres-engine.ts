import { openPostgres } from '../../src/server/db/open-postgres.ts';
import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { runOnPostgres } from '../support/postgres-schema.ts';
import { startPostgres } from '../support/private-postgres.ts';
import { createDatabasePool } from './database-pool.ts';
import { tables, type Engine } from './engine.ts';

/**
 * A private PostgreSQL for this process, and a database of its own for each server. What survives a power
 * cut is not asked here, so nothing waits for the disk.
 */
export const createPostgresEngine = async (): Promise<Engine> => {
  const postgres = await startPostgres({ fsync: false });
  const opened: CouncilDatabase[] = [];
  // The log's guards and references are the product's, so they rest while all rows go.
  const emptying = `set session_replication_role = replica; ${tables
    .map((table) => `delete from ${table}`)
    .join('; ')}`;
  const open = createDatabasePool(async () => {
    const url = await postgres.newDatabase();
    const db = await openOrThrow(url);
    opened.push(db);
    return { db, empty: () => runOnPostgres(url, emptying) };
  });
  return {
    open,
    end: async () => {
      for (const db of opened) await db.close();
      await postgres.stop();
    },
  };
};

const openOrThrow = async (url: string): Promise<CouncilDatabase> => {
  const opened = await openPostgres(url);
  if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
  return opened.value;
};
