import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataDirOf, type Command } from '../command-io.ts';
import { lockFolder, unlockFolder } from '../db/folder-lock.ts';
import { migrate, soundVersion, sqliteFault } from '../db/open-database.ts';
import { migrations } from '../db/migrations.ts';
import { databaseFile, folderSentence, type FolderFault } from '../folder/data-folder.ts';
import { fail } from '../folder/with-folder.ts';
import { readFlags } from './read-flags.ts';

/** Brings the records of an older version to this one, with no server running. Forward only. */
export const runMigrate: Command = async (args, io) => {
  const flags = readFlags(args, { json: { type: 'boolean' } } as const, 'migrate [--json]');
  if (!flags.ok) return fail(io, flags.error);
  const dataDir = resolve(dataDirOf(io));
  const file = databaseFile(dataDir);
  if (!existsSync(file)) return fail(io, folderSentence({ kind: 'absent' }, dataDir));
  if (!lockFolder(dataDir)) return fail(io, folderSentence({ kind: 'locked' }, dataDir));
  try {
    const moved = migrateFile(file);
    if ('kind' in moved) return fail(io, folderSentence(moved, dataDir));
    const { from, to } = moved;
    const words = from === to ? `Nothing to do: version ${to}.` : `From version ${from} to ${to}.`;
    io.print(flags.value.values.json === true ? JSON.stringify(moved) : words);
    return 0;
  } finally {
    unlockFolder(dataDir);
  }
};

const migrateFile = (file: string): { readonly from: number; readonly to: number } | FolderFault => {
  const handle = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    const from = soundVersion(handle);
    if (from === null) return { kind: 'damaged' };
    if (from > migrations.length) return { kind: 'newer', version: from };
    return { from, to: migrate(handle, from) };
  } catch (cause) {
    const kind = sqliteFault(cause);
    if (kind === null) throw cause;
    return { kind };
  } finally {
    handle.close();
  }
};
