import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeBackup } from '../backups/make-backup.ts';
import type { Command } from '../command-io.ts';
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
    // Copied as it is: who makes one by hand may want to keep what is damaged, and has `verify`.
    const made = await makeBackup(folder, resolve(target), asItIs, new AbortController().signal);
    if (!made.ok) return 1;
    const { blobs } = made.value;
    const done = `Copied the records and ${blobs} blobs to ${target}.`;
    io.print(flags.value.values.json === true ? JSON.stringify({ folder: resolve(target), blobs }) : done);
    return 0;
  });
};

const asItIs = (): Promise<boolean> => Promise.resolve(true);
