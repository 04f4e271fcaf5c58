import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import type { AppDeps } from '../app-deps.ts';
import { createFolderBlobs } from '../blobs/folder-blobs.ts';
import { lockFolder, unlockFolder } from '../db/folder-lock.ts';
import type { CouncilDatabase } from '../db/database.ts';
import { findRisks } from '../db/find-risks.ts';
import type { PostgresFault } from '../db/open-postgres.ts';
import { openDatabase, sqliteFault, type OpenFault } from '../db/open-database.ts';

/**
 * One council's data: `blobs/` on the disk, the records in `council.sqlite` beside them or in PostgreSQL,
 * and, while a server runs, `lock.sqlite`.
 */
export interface DataFolder extends Pick<AppDeps, 'db' | 'blobs' | 'now' | 'random'> {
  readonly path: string;
  /** Settings of the engine under which a power cut may undo what was promised; SQLite is refused with any. */
  readonly risks: readonly string[];
  readonly close: () => Promise<void>;
}

/** Where the data is. `databaseUrl` names a PostgreSQL database; null is SQLite in the folder. */
export interface DataPlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

export type FolderFault =
  | OpenFault
  | PostgresFault
  | { readonly kind: 'locked' }
  | { readonly kind: 'absent' };

/**
 * `alone` keeps every other server out until it is closed; `beside` works also while a server runs, and
 * `existing` does so but makes no new folder.
 */
export type FolderUse = 'alone' | 'beside' | 'existing';

export const databaseFile = (dataDir: string): string => join(dataDir, 'council.sqlite');
export const blobsFolder = (dataDir: string): string => join(dataDir, 'blobs');

export const openDataFolder = async (
  { dataDir, databaseUrl }: DataPlace,
  use: FolderUse,
  now: () => number,
): Promise<Result<DataFolder, FolderFault>> => {
  const path = resolve(dataDir);
  if (use === 'existing' && databaseUrl === null && !existsSync(databaseFile(path))) {
    return err({ kind: 'absent' });
  }
  if (!makeFolder(path)) return err({ kind: 'unwritable' });
  if (use === 'alone') {
    const locked = tryLock(path);
    if (locked !== 'locked') return err({ kind: locked === 'busy' ? 'locked' : 'unwritable' });
  }
  const release = (): void => {
    if (use === 'alone') unlockFolder(path);
  };
  const db = await openRecords(path, databaseUrl, use);
  if (!db.ok) {
    release();
    return db;
  }
  return ok({
    path,
    risks: databaseUrl === null ? [] : await db.value.read(findRisks),
    db: db.value,
    blobs: createFolderBlobs(blobsFolder(path)),
    now,
    random: randomBytes,
    close: async () => {
      await db.value.close();
      release();
    },
  });
};

const openRecords = async (
  path: string,
  databaseUrl: string | null,
  use: FolderUse,
): Promise<Result<CouncilDatabase, FolderFault>> => {
  if (databaseUrl === null) return openDatabase(databaseFile(path));
  // Loaded only here: most councils have no such server.
  const { openPostgres } = await import('../db/open-postgres.ts');
  return openPostgres(databaseUrl, use === 'existing' ? 'existing' : 'make');
};

const makeFolder = (path: string): boolean => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return true;
  } catch (cause) {
    // A file in the way, no permission, a read-only disk: all the same to whoever starts the server.
    if (cause instanceof Error && 'code' in cause) return false;
    throw cause;
  }
};

const tryLock = (path: string): 'locked' | 'busy' | 'unwritable' => {
  try {
    return lockFolder(path) ? 'locked' : 'busy';
  } catch (cause) {
    if (sqliteFault(cause) !== null) return 'unwritable';
    throw cause;
  }
};

const sentences: Readonly<Record<FolderFault['kind'], (dataDir: string) => string>> = {
  locked: (dataDir) =>
    `Another server is using the data folder ${dataDir}: stop it first, or set DATA_DIR to another folder.`,
  absent: (dataDir) =>
    `There are no records in the data folder ${dataDir}: set DATA_DIR to the folder of the council.`,
  unwritable: (dataDir) =>
    `The data folder ${dataDir} cannot be written: check that it is a folder and who owns it.`,
  damaged: (dataDir) =>
    `The records in ${databaseFile(dataDir)} are damaged: nothing was changed; keep the file and restore the last backup into an empty folder.`,
  'needs-migration': () =>
    'The records are from an older version: make a backup, then run "order-paper migrate".',
  unreachable: () =>
    'The database that DATABASE_URL names does not answer: check that it runs, and its name, user and password.',
  empty: () =>
    'There are no records in the database that DATABASE_URL names: start a server with it first, or name another.',
  newer: () => 'The records are from a newer version of Order Paper: install that version.',
};

/** What to say when a folder cannot be used. */
export const folderSentence = (fault: FolderFault, dataDir: string): string => sentences[fault.kind](dataDir);
