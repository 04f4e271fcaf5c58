import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseUrlOf, dataDirOf, type Command } from '../command-io.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findCouncil, newEpoch } from '../council.ts';
import { copyFromSqlite } from '../db/copy-tables.ts';
import { sql, type Work } from '../db/work.ts';
import { openDatabase } from '../db/open-database.ts';
import { appendToLedger, ledgerFile, readLedger } from '../erasure/ledger.ts';
import { ledgerSentence, replayLedger } from '../erasure/replay-ledger.ts';
import { createFolderBlobs } from '../blobs/folder-blobs.ts';
import { blobsFolder, databaseFile, folderSentence } from '../folder/data-folder.ts';
import { lockFolder, unlockFolder } from '../db/folder-lock.ts';
import { verifyFolder } from '../folder/verify-folder.ts';
import { fail } from '../folder/with-folder.ts';
import { migrateFile } from './migrate-command.ts';
import { readFlags, usageSentence } from './read-flags.ts';
import { randomBytes } from 'node:crypto';

const usage = 'restore FOLDER [--erasures FILE] [--json]';
const options = { json: { type: 'boolean' }, erasures: { type: 'string' } } as const;

/**
 * Puts a backup into an empty data folder, verified, under a new epoch: every tablet then offers again
 * what it kept, so what came after the backup comes back. What was erased after it is erased again, by the
 * ledger of erasures that lies in the data folder or is named.
 */
export const runRestore: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
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
    const ledger = await takeLedger(dataDir, flags.value.values.erasures);
    if (!ledger.ok) return fail(io, ledger.error);
    const restored = await restoreInto(dataDir, source, databaseUrlOf(io));
    if (restored.epoch === null) return fail(io, restored.sentence);
    if (!ledger.value) io.complain(noLedger);
    const done = `Restored ${restored.records} records. Devices revoked after the backup must be revoked again.`;
    io.print(flags.value.values.json === true ? JSON.stringify(restored) : done);
    return 0;
  } finally {
    unlockFolder(dataDir);
  }
};

const noLedger =
  'No ledger of erasures was at hand: what was erased after the backup is back. Erase it again, or restore with --erasures FILE.';

// True when there is a ledger: in the folder already, or copied there from the file that is named.
const takeLedger = async (dataDir: string, named: string | undefined): Promise<Result<boolean, string>> => {
  const own = ledgerFile(dataDir);
  if (named === undefined) return ok(existsSync(own));
  if (!existsSync(named)) return err(`There is no ledger of erasures at ${named}.`);
  const given = await readLedger(named);
  if (!given.ok) return err(ledgerSentence(named, given.error));
  if (resolve(named) !== own) await appendToLedger(own, given.value);
  return ok(true);
};

type Restored =
  | { readonly epoch: string; readonly records: number }
  | { readonly epoch: null; readonly sentence: string };

// The records get their name last: until then the folder counts as empty for every other command.
const restoreInto = async (
  dataDir: string,
  source: string,
  databaseUrl: string | null,
): Promise<Restored> => {
  const waiting = `${databaseFile(dataDir)}.restoring`;
  const undo = async (sentence: string): Promise<Restored> => {
    for (const end of ['', '-wal', '-shm']) await rm(`${waiting}${end}`, { force: true });
    await rm(blobsFolder(dataDir), { recursive: true, force: true });
    return { epoch: null, sentence };
  };
  await copyFile(databaseFile(source), waiting);
  if (existsSync(blobsFolder(source)))
    await cp(blobsFolder(source), blobsFolder(dataDir), { recursive: true });
  // A backup of an earlier version is brought to this one on the way.
  const moved = migrateFile(waiting);
  if (!moved.ok) return undo(folderSentence(moved.error, source));
  const db = openDatabase(waiting);
  if (!db.ok) return undo(folderSentence(db.error, source));
  const result = await verifyFolder({ db: db.value, blobs: createFolderBlobs(blobsFolder(dataDir)) });
  const epoch = result.sound ? await db.value.write(beginEpoch) : null;
  const ledgerFault = result.sound ? await replayLedger({ db: db.value, path: dataDir }) : null;
  // Closing the last handle moves the write-ahead log into the file, so that one rename carries all.
  await db.value.close();
  if (epoch === null)
    return undo(`The backup in ${source} is not sound (${result.faults[0]?.kind}): nothing was restored.`);
  if (ledgerFault !== null) return undo(ledgerFault);
  if (databaseUrl === null) await rename(waiting, databaseFile(dataDir));
  else {
    const sentence = await moveToPostgres(waiting, databaseUrl, dataDir);
    if (sentence !== null) return undo(sentence);
    await rm(waiting);
  }
  return { epoch, records: result.records };
};

// Null when every row is there, else why not.
const moveToPostgres = async (file: string, databaseUrl: string, dataDir: string): Promise<string | null> => {
  const { openPostgres } = await import('../db/open-postgres.ts');
  const db = await openPostgres(databaseUrl);
  if (!db.ok) return folderSentence(db.error, dataDir);
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    if ((await db.value.read(findCouncil)) !== null) {
      return 'The database that DATABASE_URL names has records already: restore into an empty one.';
    }
    await db.value.write(() => copyFromSqlite(source));
    return null;
  } finally {
    source.close();
    await db.value.close();
  }
};

// Sessions end (a tablet's key renews them) and codes die: one used after the backup would work again.
function* beginEpoch(): Work<string> {
  const epoch = newEpoch(randomBytes);
  yield* sql('update council set epoch = ?', epoch);
  yield* sql('delete from sessions');
  yield* sql('delete from challenges');
  yield* sql('delete from invites where used_at is null');
  return epoch;
}
