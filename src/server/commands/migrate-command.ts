import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseUrlOf, dataDirOf, type Command, type CommandIo } from '../command-io.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { lockFolder, unlockFolder } from '../db/folder-lock.ts';
import { migrate, soundVersion, sqliteFault } from '../db/open-database.ts';
import { migrations } from '../db/migrations.ts';
import { databaseFile, folderSentence, type FolderFault } from '../folder/data-folder.ts';
import { fail } from '../folder/with-folder.ts';
import { readFlags } from './read-flags.ts';

interface Moved {
  readonly from: number;
  readonly to: number;
}

/** Brings the records of an older version to this one, with no server running. Forward only. */
export const runMigrate: Command = async (args, io) => {
  const flags = readFlags(args, { json: { type: 'boolean' } } as const, 'migrate [--json]');
  if (!flags.ok) return fail(io, flags.error);
  const dataDir = resolve(dataDirOf(io));
  const moved = await moveRecords(io, dataDir);
  if (!moved.ok) return fail(io, folderSentence(moved.error, dataDir));
  const { from, to } = moved.value;
  const words = from === to ? `Nothing to do: version ${to}.` : `From version ${from} to ${to}.`;
  io.print(flags.value.values.json === true ? JSON.stringify(moved.value) : words);
  return 0;
};

const moveRecords = async (io: CommandIo, dataDir: string): Promise<Result<Moved, FolderFault>> => {
  const databaseUrl = databaseUrlOf(io);
  if (databaseUrl !== null) {
    const { migratePostgres } = await import('../db/open-postgres.ts');
    return migratePostgres(databaseUrl);
  }
  if (!existsSync(databaseFile(dataDir))) return err({ kind: 'absent' });
  if (!lockFolder(dataDir)) return err({ kind: 'locked' });
  try {
    return migrateFile(databaseFile(dataDir));
  } finally {
    unlockFolder(dataDir);
  }
};

/** Brings one SQLite file to this version. */
export const migrateFile = (file: string): Result<Moved, FolderFault> => {
  const handle = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    const from = soundVersion(handle);
    if (from === null) return err({ kind: 'damaged' });
    if (from > migrations.length) return err({ kind: 'newer', version: from });
    return ok({ from, to: migrate(handle, from) });
  } catch (cause) {
    const kind = sqliteFault(cause);
    if (kind === null) throw cause;
    return err({ kind });
  } finally {
    handle.close();
  }
};
