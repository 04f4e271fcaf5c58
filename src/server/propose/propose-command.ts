import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proposal } from '../../domain/proposal.ts';
import type { CommandIo } from '../command-io.ts';
import { fail } from '../folder/with-folder.ts';
import { withPdfReaders } from '../import/read-pdf.ts';
import { fetchRules } from './fetch-rules.ts';
import { givenFiles } from './given-files.ts';
import { keepIn } from './keep-fetched.ts';
import { proposalNotes } from './proposal-notes.ts';
import { type KeepFetched, type Proposed, proposeFiles } from './propose-files.ts';
import { writeDraft } from './write-draft.ts';

export interface ProposeFlags {
  readonly json: boolean;
  /** Folder to write a draft to; null only shows what was understood. */
  readonly draft: string | null;
  readonly password: string | null;
  /** Whether the documents of a fetched page are fetched too. */
  readonly documents: boolean;
}

/** Says what files come to, and writes a draft where one is wanted. Publishes nothing. */
export const runPropose = async (
  words: readonly string[],
  flags: ProposeFlags,
  io: CommandIo,
): Promise<number> => {
  const { json, draft } = flags;
  if (draft === null) return report(await proposeWords(words, flags, io, null), json, io);
  // Only until the draft has its copies. A kill leaves it to whoever clears the system's own folder.
  const folder = await mkdtemp(join(tmpdir(), 'order-paper-fetched-'));
  try {
    const proposed = await proposeWords(words, flags, io, keepIn(folder));
    const fault = await writeOne(proposed, draft, io.now());
    if (fault !== null) return fail(io, fault);
    const code = report(proposed, json, io);
    if (!json) io.print(`Correct ${draft}/meeting.json, then publish it with: order-paper import ${draft}`);
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const proposeWords = async (
  words: readonly string[],
  { password, documents }: ProposeFlags,
  io: CommandIo,
  keep: KeepFetched | null,
): Promise<Proposed> => {
  const given = await givenFiles(words);
  const rules = fetchRules(io.env['FETCH_ALLOW']);
  const progress = (done: number, total: number, name: string): void =>
    io.progress(`Read ${done} of ${total}: ${name}`);
  return withPdfReaders(2, (readers) =>
    proposeFiles(given, { readers, password, documents, keep, rules, progress }),
  );
};

const report = ({ proposal }: Proposed, json: boolean, io: CommandIo): number => {
  if (json) io.print(JSON.stringify(proposal));
  else say(proposal, io);
  return proposal.sources.every(({ refused }) => refused !== null) ? 1 : 0;
};

/** Writes the draft of the only meeting; answers a sentence where it cannot. */
const writeOne = async (
  { proposal, files }: Proposed,
  folder: string,
  now: number,
): Promise<string | null> => {
  const [meeting, ...others] = proposal.meetings;
  if (meeting === undefined) return 'No meeting was found in these files.';
  if (others.length > 0) {
    return `These files are of ${proposal.meetings.length} meetings: give the files of one.`;
  }
  const written = await writeDraft(folder, { meeting, proposal }, files, now);
  return written.ok ? null : written.error;
};

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

const say = (proposal: Proposal, io: CommandIo): void => {
  for (const { committee, start, items, papers, doubts } of proposal.meetings) {
    const who = committee?.value ?? 'A committee that was not found';
    const when = start?.value.replace('T', ' at ') ?? 'a day that was not found';
    io.print(
      `Understood, not stored: ${who}, ${when}, ${count(items.length, 'item')}, ${count(papers.length, 'paper')}; ${doubts} to look at.`,
    );
    for (const { number, title, pages } of items) {
      const span = pages === null ? '' : ` (pages ${pages.value.first} to ${pages.value.last})`;
      io.print(`    ${number ?? '-'} ${title.value}${span}`);
    }
  }
  for (const { file, areas } of proposal.plans) {
    io.print(`Action plan in ${file}: ${count(areas.length, 'area')}.`);
    for (const { number, name, status, dates } of areas) {
      io.print(`    ${number} ${name}: ${[status, ...dates].join(', ')}`);
    }
  }
  for (const { areas, before } of proposal.planNews) {
    io.print(`Since ${before}:`);
    for (const { name, kind, lines } of areas.filter((area) => area.kind !== 'unmoved')) {
      io.print(`    ${name} (${kind}): ${lines.map(({ label, said }) => `${label} -> ${said}`).join('; ')}`);
    }
  }
  const { committees, listedMeetings, councillors, memberships } = proposal;
  const listed = [
    ...(committees.length > 0 ? [count(committees.length, 'committee')] : []),
    ...(listedMeetings.length > 0 ? [count(listedMeetings.length, 'meeting')] : []),
    ...(councillors.length > 0 ? [count(councillors.length, 'councillor')] : []),
  ];
  for (const { committee, members } of memberships)
    io.print(`${committee}: ${count(members.length, 'member')}.`);
  if (listed.length > 0) io.print(`Listed: ${listed.join(', ')}.`);
  for (const note of proposalNotes(proposal)) io.print(note);
};
