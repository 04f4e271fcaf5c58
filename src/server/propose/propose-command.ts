import type { Proposal } from '../../domain/proposal.ts';
import type { CommandIo } from '../command-io.ts';
import { fail } from '../folder/with-folder.ts';
import { withPdfReaders } from '../import/read-pdf.ts';
import { proposalNotes } from './proposal-notes.ts';
import { type Proposed, proposeFiles } from './propose-files.ts';
import { writeDraft } from './write-draft.ts';

export interface ProposeFlags {
  readonly json: boolean;
  /** Folder to write a draft to; null only shows what was understood. */
  readonly draft: string | null;
  readonly password: string | null;
  /** Whether the documents of a fetched page are fetched too. */
  readonly documents: boolean;
}

/** A page of ModernGov has some hundred kB, a pack up to 100 MB. */
const mostFetchedBytes = 100_000_000;
const fetchTimeoutMs = 60_000;

/** Says what files come to, and writes a draft where one is wanted. Publishes nothing. */
export const runPropose = async (
  words: readonly string[],
  { json, draft, password, documents }: ProposeFlags,
  io: CommandIo,
): Promise<number> => {
  const allowed = new Set((io.env['FETCH_ALLOW'] ?? '').split(',').map((host) => host.trim()));
  const rules = { allowed, mostBytes: mostFetchedBytes, timeoutMs: fetchTimeoutMs };
  const { progress } = io;
  const proposed = await withPdfReaders(2, (readers) =>
    proposeFiles(words, { readers, password, documents, keepFetched: draft !== null, rules, progress }),
  );
  const { proposal } = proposed;
  if (draft !== null) {
    const fault = await writeOne(proposed, draft);
    if (fault !== null) return fail(io, fault);
  }
  if (json) io.print(JSON.stringify(proposal));
  else say(proposal, io);
  if (draft !== null && !json)
    io.print(`Correct ${draft}/meeting.json, then publish it with: order-paper import ${draft}`);
  const isNothing = proposal.sources.every(({ refused }) => refused !== null);
  return isNothing ? 1 : 0;
};

/** Writes the draft of the only meeting; answers a sentence where it cannot. */
const writeOne = async ({ proposal, files }: Proposed, folder: string): Promise<string | null> => {
  const [meeting, ...others] = proposal.meetings;
  if (meeting === undefined) return 'No meeting was found in these files.';
  if (others.length > 0) {
    return `These files are of ${proposal.meetings.length} meetings: give the files of one.`;
  }
  const written = await writeDraft(folder, { meeting, plans: proposal.plans }, files);
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
  const { committees, listedMeetings, councillors } = proposal;
  const listed = [
    ...(committees.length > 0 ? [count(committees.length, 'committee')] : []),
    ...(listedMeetings.length > 0 ? [count(listedMeetings.length, 'meeting')] : []),
    ...(councillors.length > 0 ? [count(councillors.length, 'councillor')] : []),
  ];
  if (listed.length > 0) io.print(`Listed: ${listed.join(', ')}.`);
  for (const note of proposalNotes(proposal)) io.print(note);
};
