import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { blobFile } from '../blobs/folder-blobs.ts';
import type { Command } from '../command-io.ts';
import { openDatabase } from '../db/open-database.ts';
import { sql } from '../db/work.ts';
import { blobsFolder, databaseFile, type DataFolder } from '../folder/data-folder.ts';
import { fail, withCouncil } from '../folder/with-folder.ts';
import { readFlags, usageSentence } from './read-flags.ts';

const usage = 'backup FOLDER [--json]';

/** Copies the council's folder into a new one, also while a server runs. The folder appears when it is whole. */
export const runBackup: Command = async (args, io) => {
  const flags = readFlags(args, { json: { type: 'boolean' } } as const, usage);
  if (!flags.ok) return fail(io, flags.error);
  const [target] = flags.value.words;
  if (target === undefined || flags.value.words.length !== 1) return fail(io, usageSentence(usage));
  if (existsSync(target))
    return fail(io, `The folder ${target} is there already: a backup never overwrites another.`);
  return withCouncil(io, async (folder) => {
    const blobs = await copyFolder(folder, resolve(target));
    const done = `Copied the records and ${blobs} blobs to ${target}.`;
    io.print(flags.value.values.json === true ? JSON.stringify({ folder: resolve(target), blobs }) : done);
    return 0;
  });
};

const copyFolder = async (folder: DataFolder, target: string): Promise<number> => {
  const partial = `${target}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  await folder.db.copyTo(databaseFile(partial));
  // The list is read from the copy: a blob is on the disk before its row, so each one of it is there.
  const names = await blobNames(databaseFile(partial));
  for (const sha256 of names) {
    const to = blobFile(blobsFolder(partial), sha256);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(blobFile(blobsFolder(folder.path), sha256), to);
  }
  await rename(partial, target);
  return names.length;
};

const blobNames = async (file: string): Promise<readonly string[]> => {
  const copy = openDatabase(file);
  if (!copy.ok) throw new Error(`the copy cannot be read: ${copy.error.kind}`);
  const rows = await copy.value.read(() => sql<{ sha256: string }>('select sha256 from blobs'));
  await copy.value.close();
  return rows.map((row) => row.sha256);
};
