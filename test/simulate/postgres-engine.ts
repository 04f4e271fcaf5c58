import { openPostgres } from '../../src/server/db/open-postgres.ts';
import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { startPostgres } from '../support/private-postgres.ts';
import type { Engine } from './engine.ts';

/**
 * A private PostgreSQL for this process, and a database of its own for each server. What survives a power
 * cut is not asked here, so nothing waits for the disk.
 */
export const createPostgresEngine = async (): Promise<Engine> => {
  const postgres = await startPostgres({ fsync: false });
  const template = await postgres.newDatabase();
  await (await openOrThrow(template)).close();
  return {
    open: async () => openOrThrow(await postgres.newDatabase(template)),
    end: () => postgres.stop(),
  };
};

const openOrThrow = async (url: string): Promise<CouncilDatabase> => {
  const opened = await openPostgres(url);
  if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
  return opened.value;
};
