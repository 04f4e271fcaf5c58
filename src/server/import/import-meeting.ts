import type { PlanArea } from '../../domain/meeting.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Council } from '../../protocol/council.ts';
import type { CouncilStore } from '../council-store.ts';
import { uuidv7 } from '../uuid.ts';
import { filePapers } from './check-meeting.ts';
import type { ImportFault } from './import-fault.ts';
import type { MeetingFile } from './meeting-file.ts';
import { type PreparedMeeting, prepareMeeting } from './prepare-meeting.ts';
import { publishPrepared } from './publish-prepared.ts';
import { readFolder } from './read-folder.ts';
import { withPdfReaders } from './read-pdf.ts';

/** What was understood of a folder, as `import --json` prints it. */
export interface ImportReport {
  readonly committee: string;
  readonly start: string;
  readonly items: number;
  readonly papers: readonly {
    readonly file: string;
    readonly mediaType: string;
    readonly pages: number;
    readonly words: number;
  }[];
  /** Areas of action plans, for the clerk to check: name and status may be proposals. */
  readonly areas: readonly {
    readonly item: string;
    readonly number: string;
    readonly name: string;
    readonly status: PlanArea['status'];
    readonly dates: readonly string[];
  }[];
  readonly notes: readonly string[];
  /** Null with `--dry-run`, when nothing is stored. */
  readonly published: { readonly meetingId: string; readonly version: number } | null;
}

/** Reads and checks everything in a folder; stores nothing. */
export const understandFolder = async (folder: string): Promise<Result<PreparedMeeting, ImportFault>> => {
  const read = await readFolder(folder);
  return read.ok ? withPdfReaders(2, (readers) => prepareMeeting(read.value, readers)) : read;
};

/** Publishes a meeting that was understood, and puts its members on the council's list. */
export const storeMeeting = async (
  store: CouncilStore,
  prepared: PreparedMeeting,
): Promise<Result<ImportReport, ImportFault>> => {
  const council = await councilFor(store, prepared.meeting);
  if (!council.ok) return council;
  const published = await publishPrepared(store, council.value, prepared, { members: true });
  if (!published.ok) return published;
  const { meetingId, version } = published.value;
  return ok(importReport(prepared, { meetingId, version }));
};

/** Both together: everything is read before the first byte is stored. */
export const importMeeting = async (
  folder: string,
  store: CouncilStore,
): Promise<Result<ImportReport, ImportFault>> => {
  const prepared = await understandFolder(folder);
  return prepared.ok ? storeMeeting(store, prepared.value) : prepared;
};

/** The council of the data folder; an empty one takes the name that the meeting file gives. */
const councilFor = async (
  store: CouncilStore,
  { council }: MeetingFile,
): Promise<Result<Council, ImportFault>> => {
  const here = await store.readCouncil();
  if (here !== null) {
    return council === undefined || council.name === here.name
      ? ok(here)
      : err({ kind: 'other-council', here: here.name, said: council.name });
  }
  if (council === undefined) return err({ kind: 'no-council' });
  const { name, contacts } = council;
  const created: Council = {
    councilId: uuidv7(store.now(), store.random),
    name,
    demonstration: false,
    contacts,
  };
  await store.setCouncil(created);
  return ok(created);
};

/** What there is to say about a meeting that was understood; `published` is null for a dry run. */
export const importReport = (
  prepared: PreparedMeeting,
  published: ImportReport['published'],
): ImportReport => ({
  committee: prepared.meeting.committee.name,
  start: `${prepared.meeting.date}T${prepared.meeting.time}`,
  items: prepared.meeting.items.length,
  papers: filePapers(prepared.meeting).flatMap(({ file }) => {
    const paper = prepared.papers.get(file);
    if (paper === undefined) return [];
    const { mediaType, words, text } = paper;
    return [{ file, mediaType, pages: text.pages.length, words }];
  }),
  areas: prepared.plans.flatMap(({ item, areas }) =>
    areas.map(({ number, name, status, dates }) => ({ item, number, name, status, dates })),
  ),
  notes: prepared.notes,
  published,
});
