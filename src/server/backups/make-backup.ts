import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { blobFile } from '../blobs/folder-blobs.ts';
import { openDatabase } from '../db/open-database.ts';
import { sql } from '../db/work.ts';
import { blobsFolder, databaseFile, type DataFolder } from '../folder/data-folder.ts';
import { syncPath } from '../write-whole.ts';

export interface MadeBackup {
  readonly blobs: number;
}

/** Answers whether a folder is sound: every digest, the chain, every byte. */
export type VerifyCopy = (folder: string, signal: AbortSignal) => Promise<boolean>;

/**
 * Copies a council's folder into a new one, also while a server runs, and verifies the copy. The folder
 * gets its name last, when all of it is good and on the disk: whatever ends it half way, a kill included,
 * leaves a `.partial` that nothing takes for a backup. Throws what the disk says.
 */
export const makeBackup = async (
  folder: Pick<DataFolder, 'db' | 'path'>,
  target: string,
  verify: VerifyCopy,
  signal: AbortSignal,
): Promise<Result<MadeBackup, 'not-sound'>> => {
  const partial = `${target}${partialEnd}`;
  await rm(partial, { recursive: true, force: true });
  try {
    await mkdir(partial, { recursive: true, mode: 0o700 });
    await folder.db.copyTo(databaseFile(partial));
    await syncPath(databaseFile(partial));
    const blobs = await copyBlobs(folder.path, partial, signal);
    const isSound = await verify(partial, signal);
    if (!isSound) return err('not-sound');
    await syncPath(partial);
    await rename(partial, target);
    await syncPath(dirname(target));
    return ok({ blobs });
  } finally {
    // Gone already where the copy is good. Else the room is wanted, above all on a disk that is full.
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** How a folder ends that is not a backup yet, or not any more. */
export const partialEnd = '.partial';

// The list is read from the copy: a blob is on the disk before its row, so each one of it is there.
const copyBlobs = async (source: string, partial: string, signal: AbortSignal): Promise<number> => {
  const names = await blobNames(databaseFile(partial));
  const folders = new Set<string>();
  for (const sha256 of names) {
    signal.throwIfAborted();
    const to = blobFile(blobsFolder(partial), sha256);
    folders.add(dirname(to));
    await mkdir(dirname(to), { recursive: true });
    // Shares the blocks where the file system can, which also makes it quick; copies where it cannot.
    await copyFile(blobFile(blobsFolder(source), sha256), to, constants.COPYFILE_FICLONE);
    await syncPath(to);
  }
  for (const folder of folders) await syncPath(folder);
  return names.length;
};

const blobNames = async (file: string): Promise<readonly string[]> => {
  const copy = openDatabase(file);
  if (!copy.ok) throw new Error(`the copy cannot be read: ${copy.error.kind}`);
  const rows = await copy.value.read(() => sql<{ sha256: string }>('select sha256 from blobs'));
  await copy.value.close();
  return rows.map((row) => row.sha256);
};
