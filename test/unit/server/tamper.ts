import { DatabaseSync } from 'node:sqlite';
import { databaseFile, type DataPlace } from '../../../src/server/folder/data-folder.ts';
import { runOnPostgres } from '../../support/postgres-schema.ts';

/** Runs statements as somebody who has the whole database in hand: no trigger and no foreign key holds them. */
export const tamper = async ({ dataDir, databaseUrl }: DataPlace, sql: string): Promise<void> => {
  if (databaseUrl !== null) {
    await runOnPostgres(databaseUrl, `set session_replication_role = replica; ${sql}`);
    return;
  }
  const handle = new DatabaseSync(databaseFile(dataDir), { enableForeignKeyConstraints: false });
  for (const table of ['log', 'readers']) {
    handle.exec(`drop trigger ${table}_no_update; drop trigger ${table}_no_delete`);
  }
  handle.exec(sql);
  handle.close();
};
