import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';
import { UuidSchema } from '../../protocol/event-schema.ts';
import { instant } from '../app-deps.ts';
import type { Command } from '../command-io.ts';
import { eraseRecords, findErasable, findOldReasons } from '../erasure/erase-records.ts';
import { appendToLedger, ledgerFile } from '../erasure/ledger.ts';
import { replayLedger } from '../erasure/replay-ledger.ts';
import { databaseFile, type DataFolder } from '../folder/data-folder.ts';
import { fail, withCouncil } from '../folder/with-folder.ts';
import { readFlags, usageSentence } from './read-flags.ts';

const usage = 'erase --record ID|NUMBER --because TEXT | --reasons-older-than DAYSd [--json]';
const options = {
  record: { type: 'string' },
  because: { type: 'string' },
  'reasons-older-than': { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Wanted =
  | { readonly kind: 'record'; readonly name: string | number; readonly because: string }
  | { readonly kind: 'reasons'; readonly days: number; readonly because: string };

/**
 * Destroys what a record says, for good, also while a server runs: in the ledger first, then in the
 * records. Its digest, number and receipt stay. Tablets give it up at their next contact.
 */
export const runErase: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const { record, because, 'reasons-older-than': age, json } = flags.value.values;
  const wanted = readWanted(record, because, age);
  if (!wanted.ok || flags.value.words.length > 0)
    return fail(io, wanted.ok ? usageSentence(usage) : wanted.error);
  return withCouncil(io, async (folder, _store, council) => {
    const sentence = await replayLedger(folder);
    if (sentence !== null) return fail(io, sentence);
    const found = await findIds(folder, council.id, wanted.value, io.now());
    if (!found.ok) return fail(io, found.error);
    const at = instant(io.now());
    const erasures = found.value.map((id) => ({ id, at, because: wanted.value.because }));
    if (erasures.length > 0) {
      // The ledger first: a crash in between is made good at the next start.
      await appendToLedger(ledgerFile(folder.path), erasures);
      await folder.db.write(() => eraseRecords(council.id, erasures));
      emptyWriteAheadLog(folder.path);
    }
    const count = erasures.length === 1 ? '1 record' : `${erasures.length} records`;
    const done = `Erased ${count}. Backups made before still hold ${erasures.length === 1 ? 'it' : 'them'}.`;
    io.print(json === true ? JSON.stringify({ erased: found.value }) : done);
    return 0;
  });
};

const readWanted = (
  record: string | undefined,
  because: string | undefined,
  age: string | undefined,
): Result<Wanted, string> => {
  if (age !== undefined && record === undefined) {
    const days = /^([1-9]\d{0,4})d$/.exec(age)?.[1];
    if (days === undefined) return err(`An age is a number of days, as in 180d, not "${age}".`);
    return ok({ kind: 'reasons', days: Number(days), because: because ?? `reasons older than ${days} days` });
  }
  if (record === undefined || age !== undefined) return err(usageSentence(usage));
  if (because === undefined) return err('Say why, with --because: the ledger of erasures keeps it.');
  const seq = /^[1-9]\d{0,14}$/.test(record) ? Number(record) : null;
  if (seq === null && !v.safeParse(UuidSchema, record).success) {
    return err(`A record is named by its id or the number on its receipt, not by "${record}".`);
  }
  return ok({ kind: 'record', name: seq ?? record, because });
};

const findIds = async (
  { db }: DataFolder,
  councilId: string,
  wanted: Wanted,
  now: number,
): Promise<Result<readonly string[], string>> => {
  if (wanted.kind === 'reasons') {
    const before = instant(now - wanted.days * 24 * 3_600_000);
    return ok(await db.read(() => findOldReasons(councilId, before)));
  }
  const { name } = wanted;
  const found = await db.read(() => findErasable(councilId, name));
  switch (found.kind) {
    case 'there':
      return ok([found.id]);
    case 'erased':
      return ok([]);
    case 'absent':
      return err(`There is no record ${name}.`);
    case 'public':
      return err(`The record ${name} is the council's own act, not what a person said: it is not erased.`);
  }
};

// Old pages stand there until they are written over. Where somebody reads at this moment, it is done later.
const emptyWriteAheadLog = (dataDir: string): void => {
  if (!existsSync(databaseFile(dataDir))) return;
  const handle = new DatabaseSync(databaseFile(dataDir), { timeout: 2000 });
  try {
    handle.exec('pragma wal_checkpoint(truncate)');
  } finally {
    handle.close();
  }
};
