import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dataDirOf, type Command } from '../command-io.ts';
import { newEpoch } from '../council.ts';
import type { CouncilDatabase } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { createFolderBlobs } from '../blobs/folder-blobs.ts';
import { blobsFolder, databaseFile, folderSentence } from '../folder/data-folder.ts';
import { lockFolder, unlockFolder } from '../db/folder-lock.ts';
import { verifyFolder } from '../folder/verify-folder.ts';
import { fail } from '../folder/with-folder.ts';
import { readFlags, usageSentence } from './read-flags.ts';
import { randomBytes } from 'node:crypto';

const usage = 'restore FOLDER [--json]';

/**
 * Puts a backup into an empty data folder, verified, under a new epoch: every tablet then offers again
 * what it kept, so what came after the backup comes back.
 */
export const runRestore: Command = async (args, io) => {
  const flags = readFlags(args, { json: { type: 'boolean' } } as const, usage);
  if (!flags.ok) return fail(io, flags.error);
  const [source] = flags.value.words;
  if (source === undefined || flags.value.words.length !== 1) return fail(io, usageSentence(usage));
  if (!existsSync(databaseFile(source)))
    return fail(io, `The folder ${source} is no backup: it has no council.sqlite.`);
  const dataDir = resolve(dataDirOf(io));
  if (existsSync(databaseFile(dataDir)) || existsSync(blobsFolder(dataDir))) {
    return fail(io, `The data folder ${dataDir} is not empty: restore into a new one with DATA_DIR.`);
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (!lockFolder(dataDir)) return fail(io, folderSentence({ kind: 'locked' }, dataDir));
  try {
    const restored = await restoreInto(dataDir, source);
    if (restored.epoch === null) return fail(io, restored.sentence);
    const done = `Restored ${restored.records} records. Devices revoked after the backup must be revoked again.`;
    io.print(flags.value.values.json === true ? JSON.stringify(restored) : done);
    return 0;
  } finally {
    unlockFolder(dataDir);
  }
};

type Restored =
  | { readonly epoch: string; readonly records: number }
  | { readonly epoch: null; readonly sentence: string };

// The records get their name last: until then the folder counts as empty for every other command.
const restoreInto = async (dataDir: string, source: string): Promise<Restored> => {
  const waiting = `${databaseFile(dataDir)}.restoring`;
  const undo = async (sentence: string): Promise<Restored> => {
    for (const end of ['', '-wal', '-shm']) await rm(`${waiting}${end}`, { force: true });
    await rm(blobsFolder(dataDir), { recursive: true, force: true });
    return { epoch: null, sentence };
  };
  await copyFile(databaseFile(source), waiting);
  if (existsSync(blobsFolder(source)))
    await cp(blobsFolder(source), blobsFolder(dataDir), { recursive: true });
  const db = openDatabase(waiting);
  if (!db.ok) return undo(folderSentence(db.error, source));
  const result = await verifyFolder({ db: db.value, blobs: createFolderBlobs(blobsFolder(dataDir)) });
  const epoch = result.sound ? beginEpoch(db.value) : null;
  // Closing the last handle moves the write-ahead log into the file, so that one rename carries all.
  db.value.close();
  if (epoch === null)
    return undo(`The backup in ${source} is not sound (${result.faults[0]?.kind}): nothing was restored.`);
  await rename(waiting, databaseFile(dataDir));
  return { epoch, records: result.records };
};

// Sessions end (a tablet's key renews them) and codes die: one used after the backup would work again.
const beginEpoch = (db: CouncilDatabase): string =>
  db.write(() => {
    const epoch = newEpoch(randomBytes);
    db.sql('update council set epoch = ?', epoch);
    db.sql('delete from sessions');
    db.sql('delete from challenges');
    db.sql('delete from invites where used_at is null');
    return epoch;
  });
