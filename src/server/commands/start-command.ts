import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { readBackupSettings } from '../backups/backup-settings.ts';
import { dataDirOf, type Command, type CommandIo } from '../command-io.ts';
import { findCouncil } from '../council.ts';
import type { CouncilStore } from '../council-store.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { replayLedger } from '../erasure/replay-ledger.ts';
import { fail, withFolder } from '../folder/with-folder.ts';
import { serveFolder } from '../serve-folder.ts';
import { uuidv7 } from '../uuid.ts';
import { openDemonstration } from './demonstration-codes.ts';
import { addNewPerson } from './new-person.ts';
import { readFlags, usageSentence } from './read-flags.ts';

const usage =
  'start [--demo | --council NAME [--clerk NAME]] [--backup-to FOLDER [--backup-every 24h] [--backup-keep 14]]';
const options = {
  demo: { type: 'boolean' },
  council: { type: 'string' },
  clerk: { type: 'string' },
  'backup-to': { type: 'string' },
  'backup-every': { type: 'string' },
  'backup-keep': { type: 'string' },
} as const;

/** The built app beside this file's source tree. */
const publicDir = join(import.meta.dirname, '../../../dist/client');

/** Serves the data folder until it is told to stop. On loopback, unless HOST says otherwise. */
export const runStart: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const { demo = false, council, clerk } = flags.value.values;
  if (flags.value.words.length > 0 || (demo && council !== undefined)) return fail(io, usageSentence(usage));
  const port = Number(io.env['PORT'] ?? '4800');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return fail(io, `PORT is a number from 0 to 65535, not "${io.env['PORT']}".`);
  }
  const metricsToken = io.env['METRICS_TOKEN'] ?? null;
  if (metricsToken !== null && metricsToken.length < 16) {
    return fail(io, 'METRICS_TOKEN is too short to be a secret: 16 characters at least.');
  }
  const backups = readBackupSettings(
    {
      to: flags.value.values['backup-to'] ?? io.env['BACKUP_TO'],
      every: flags.value.values['backup-every'] ?? io.env['BACKUP_EVERY'],
      keep: flags.value.values['backup-keep'] ?? io.env['BACKUP_KEEP'],
    },
    dataDirOf(io),
  );
  if (!backups.ok) return fail(io, backups.error);
  return withFolder(io, 'alone', async (folder, store) => {
    const sentence = await replayLedger(folder);
    if (sentence !== null) return fail(io, sentence);
    const prepared = demo
      ? await openDemonstration(io, folder, store)
      : await prepareCouncil(io, folder, store, council ?? io.env['COUNCIL'] ?? null, clerk ?? 'Clerk');
    if (!prepared) return 1;
    const isBuilt = existsSync(publicDir);
    if (!isBuilt) io.complain('The app is not built, so only the sync server answers: run "npm run build".');
    return serveFolder(io, folder, {
      port,
      host: io.env['HOST'] ?? '127.0.0.1',
      publicDir: isBuilt ? publicDir : null,
      metricsToken,
      backups: backups.value,
    });
  });
};

// An empty folder becomes the council that is named; a folder with a council is served as it is.
const prepareCouncil = async (
  io: CommandIo,
  folder: DataFolder,
  store: CouncilStore,
  name: string | null,
  clerk: string,
): Promise<boolean> => {
  const known = await folder.db.read(findCouncil);
  if (known !== null && (name === null || name === known.name)) return true;
  if (known !== null) {
    io.complain(`The data folder ${dataDirOf(io)} belongs to ${known.name}: one folder holds one council.`);
    return false;
  }
  if (name === null || name.trim() === '') {
    io.complain(
      `The data folder ${dataDirOf(io)} is empty: name the council, for example order-paper start --council "Anytown Council".`,
    );
    return false;
  }
  await store.setCouncil({
    councilId: uuidv7(store.now(), store.random),
    name,
    demonstration: false,
    contacts: [],
  });
  const person = await addNewPerson(store, clerk, { role: 'clerk', committeeId: null });
  const { code, expiresAt } = await store.invite(person.id);
  io.print(`First code for ${person.name}: ${code}  (one tablet, until ${expiresAt})`);
  return true;
};
