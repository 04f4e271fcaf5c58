import type { Command, CommandIo } from '../command-io.ts';
import { readFlags, usageSentence } from '../commands/read-flags.ts';
import { fail, withFolder } from '../folder/with-folder.ts';
import { importFaultSentence } from './import-fault.ts';
import { type ImportReport, importReport, storeMeeting, understandFolder } from './import-meeting.ts';

const usage = 'import FOLDER [--dry-run] [--json]';
const options = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

/**
 * Publishes a folder of papers as a meeting, also while the server runs. The data folder is opened only
 * when everything is understood, so that bad input leaves not even an empty file.
 */
export const runImport: Command = async (args, io) => {
  const flags = readFlags(args, options, usage);
  if (!flags.ok) return fail(io, flags.error);
  const { 'dry-run': dryRun = false, json = false } = flags.value.values;
  const [path, ...more] = flags.value.words;
  if (path === undefined || more.length > 0) return fail(io, usageSentence(usage));
  const understood = await understandFolder(path);
  if (!understood.ok) return fail(io, importFaultSentence(understood.error));
  if (dryRun) return say(io, importReport(understood.value, null), json);
  return withFolder(io, 'beside', async (_, store) => {
    const stored = await storeMeeting(store, understood.value);
    if (!stored.ok) return fail(io, importFaultSentence(stored.error));
    return say(io, stored.value, json);
  });
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
