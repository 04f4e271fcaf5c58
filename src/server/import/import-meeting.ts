import { err, ok, type Result } from '../../domain/result.ts';
import type { Council } from '../../protocol/council.ts';
import type { CouncilStore } from '../council-store.ts';
import { uuidv7 } from '../uuid.ts';
import { addMembers } from './add-members.ts';
import { allPapers } from './check-meeting.ts';
import type { ImportFault } from './import-fault.ts';
import type { MeetingFile } from './meeting-file.ts';
import { type PreparedMeeting, prepareMeeting } from './prepare-meeting.ts';
import { publishPrepared } from './publish-prepared.ts';
import { readFolder } from './read-folder.ts';

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
  readonly areas: number;
  readonly notes: readonly string[];
  /** Null with `--dry-run`, when nothing is stored. */
  readonly published: { readonly meetingId: string; readonly version: number } | null;
}

/** Everything is read and checked before the first byte is stored; with no `store`, nothing is stored at all. */
export const importMeeting = async (
  folder: string,
  store: CouncilStore | null,
): Promise<Result<ImportReport, ImportFault>> => {
  const read = await readFolder(folder);
  if (!read.ok) return read;
  const prepared = await prepareMeeting(read.value);
  if (!prepared.ok) return prepared;
  if (store === null) return ok(report(prepared.value, null));
  const council = councilFor(store, prepared.value.meeting);
  if (!council.ok) return council;
  const published = await publishPrepared(store, council.value, prepared.value);
  if (!published.ok) return published;
  addMembers(store, published.value);
  const { meetingId, version } = published.value;
  return ok(report(prepared.value, { meetingId, version }));
};

/** The council of the data folder; an empty one takes the name that the meeting file gives. */
const councilFor = (store: CouncilStore, { council }: MeetingFile): Result<Council, ImportFault> => {
  const here = store.readCouncil();
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
  store.setCouncil(created);
  return ok(created);
};

const report = (prepared: PreparedMeeting, published: ImportReport['published']): ImportReport => ({
  committee: prepared.meeting.committee.name,
  start: `${prepared.meeting.date}T${prepared.meeting.time}`,
  items: prepared.meeting.items.length,
  papers: allPapers(prepared.meeting).flatMap(({ file }) => {
    const paper = prepared.papers.get(file);
    if (paper === undefined) return [];
    const { mediaType, words, text } = paper;
    return [{ file, mediaType, pages: text.pages.length, words }];
  }),
  areas: prepared.plans.reduce((sum, plan) => sum + plan.areas.length, 0),
  notes: prepared.notes,
  published,
});
