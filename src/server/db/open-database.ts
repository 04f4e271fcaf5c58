import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CouncilDatabase } from './database.ts';
import { migrations } from './migrations.ts';
import { createSqliteDatabase } from './sqlite-database.ts';

export type OpenFault =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'needs-migration'; readonly version: number }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unwritable' };

/**
 * Opens a council's file, or makes it. A damaged file is answered as such and left untouched; an older
 * one is left to `migrate`. Throws when SQLite does not do what durability asks of it.
 */
export const openDatabase = (file: string): Result<CouncilDatabase, OpenFault> => {
  // An empty file where records should be is a loss to be told, not a fresh start.
  if (existsSync(file) && statSync(file).size === 0) return err({ kind: 'damaged' });
  let handle: DatabaseSync | null = null;
  try {
    handle = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
    const version = soundVersion(handle);
    if (version === null) return refuse(handle, { kind: 'damaged' });
    if (version > migrations.length) return refuse(handle, { kind: 'newer', version });
    if (version !== 0 && version < migrations.length)
      return refuse(handle, { kind: 'needs-migration', version });
    makeDurable(handle, file);
    if (version === 0) migrate(handle, 0);
    return ok(createSqliteDatabase(handle));
  } catch (cause) {
    const kind = sqliteFault(cause);
    if (kind === null) throw cause;
    return refuse(handle, { kind });
  }
};

/** A database in memory, with every table: for tests and simulations. */
export const openMemoryDatabase = (): CouncilDatabase => {
  const handle = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(handle, 0);
  return createSqliteDatabase(handle);
};

/** A new SQLite file with every table, for rows that come from another engine. */
export const createSqliteFile = (file: string): DatabaseSync => {
  const handle = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  makeDurable(handle, file);
  migrate(handle, 0);
  return handle;
};

/** Runs the steps after `from`; answers the version reached. */
export const migrate = (handle: DatabaseSync, from: number): number => {
  for (const [index, step] of migrations.entries()) {
    if (index < from) continue;
    // The version is part of the transaction: a step is done wholly or not at all.
    handle.exec(`begin immediate; ${step}; pragma user_version = ${index + 1}; commit`);
  }
  return migrations.length;
};

/** The schema's version, or null when the file does not pass SQLite's own check. */
export const soundVersion = (handle: DatabaseSync): number | null => {
  if (!passesCheck(handle)) return null;
  return Number(handle.prepare('pragma user_version').get()?.['user_version']);
};

const passesCheck = (handle: DatabaseSync): boolean => {
  try {
    return handle.prepare('pragma quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch (cause) {
    // The statement is right, so a "logic error" (1) is the file's: its header says what cannot be.
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === 1) return false;
    throw cause;
  }
};

/** Which expected fault an exception of node:sqlite stands for, or null. */
export const sqliteFault = (cause: unknown): 'damaged' | 'unwritable' | null => {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return null;
  // Primary result codes: 11 CORRUPT, 26 NOTADB; 8 READONLY, 14 CANTOPEN (sqlite.org/rescode.html).
  const code = cause.errcode & 0xff;
  if (code === 11 || code === 26) return 'damaged';
  return code === 8 || code === 14 ? 'unwritable' : null;
};

const refuse = (handle: DatabaseSync | null, fault: OpenFault): Result<CouncilDatabase, OpenFault> => {
  handle?.close();
  return err(fault);
};

// A receipt is a promise: the commit behind it must survive a power cut, so FULL is read back.
const makeDurable = (handle: DatabaseSync, file: string): void => {
  // What is erased is overwritten, not only forgotten.
  handle.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
  const read = (name: string): unknown => handle.prepare(`pragma ${name}`).get()?.[name];
  if (read('journal_mode') !== 'wal' || read('synchronous') !== 2 || read('foreign_keys') !== 1) {
    throw new Error(`SQLite refuses WAL, synchronous=FULL or foreign keys on ${file}`);
  }
};
