import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command, CommandIo } from '../command-io.ts';
import { readFlags, usageSentence } from '../commands/read-flags.ts';
import { fail, withFolder } from '../folder/with-folder.ts';
import { runPropose } from '../propose/propose-command.ts';
import { importFaultSentence } from './import-fault.ts';
import { type ImportReport, importReport, storeMeeting, understandFolder } from './import-meeting.ts';

const usage =
  'import FOLDER | FILE... [--dry-run] [--json] [--draft FOLDER] [--documents] [--password WORDS]';
const options = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  draft: { type: 'string' },
  password: { type: 'string' },
  documents: { type: 'boolean' },
} as const;

/**
 * Publishes a folder that has a meeting file, also while the server runs. Of anything else it says what was
 * understood, or drafts a meeting file of it. The data folder is opened only when everything is understood, so that
 * bad input leaves not even an empty file.
 */
export const runImport: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const {
    'dry-run': dryRun = false,
    json = false,
    draft = null,
    password = null,
    documents = false,
  } = flags.value.values;
  const [path, ...more] = flags.value.words;
  if (path === undefined) return fail(io, usageSentence(usage));
  if (draft !== null || more.length > 0 || (await hasNoMeetingFile(path))) {
    if (draft === null && !dryRun) return fail(io, notPublished);
    return runPropose(flags.value.words, { json, draft, password, documents }, io);
  }
  const understood = await understandFolder(path);
  if (!understood.ok) return fail(io, importFaultSentence(understood.error));
  if (dryRun) return say(io, importReport(understood.value, null), json);
  return withFolder(io, 'beside', async (_, store) => {
    const stored = await storeMeeting(store, understood.value);
    if (!stored.ok) return fail(io, importFaultSentence(stored.error));
    return say(io, stored.value, json);
  });
};

const notPublished =
  'Only a folder with a meeting.json is published. Look at these files with --dry-run, or draft one with --draft FOLDER.';

/** A file, an address, or a folder of papers alone. What is not there at all is said by the reading of the folder. */
const hasNoMeetingFile = async (path: string): Promise<boolean> => {
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(path)) return true;
  const entry = await stat(path).catch(() => null);
  if (entry === null) return /\.[a-z\d]{1,5}$/iu.test(path);
  return !entry.isDirectory() || (await stat(join(path, 'meeting.json')).catch(() => null)) === null;
};

const say = (io: CommandIo, report: ImportReport, json: boolean): number => {
  if (json) {
    io.print(JSON.stringify(report));
    return 0;
  }
  const pages = report.papers.reduce((sum, paper) => sum + paper.pages, 0);
  const done =
    report.published === null ? 'Understood, not stored' : `Published as version ${report.published.version}`;
  io.print(
    `${done}: ${report.committee}, ${report.start.replace('T', ' at ')}, ${report.items} items, ${report.papers.length} papers, ${pages} pages, ${report.areas.length} areas of action plans.`,
  );
  for (const { number, name, status, dates } of report.areas) {
    io.print(`    ${number} ${name}: ${[status, ...dates].join(', ')}`);
  }
  for (const note of report.notes) io.print(note);
  return 0;
};
