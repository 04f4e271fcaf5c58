import type { PublishAnswer } from '../../domain/import-state.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Council } from '../../protocol/council.ts';
import type { CouncilStore } from '../council-store.ts';
import type { MayStill, Prepare } from '../desk/ports.ts';
import { type ImportFault, importFaultSentence } from '../import/import-fault.ts';
import type { MeetingFile } from '../import/meeting-file.ts';
import { meetingUuid } from '../import/meeting-ids.ts';
import { parseMeeting } from '../import/parse-meeting.ts';
import { publishPrepared } from '../import/publish-prepared.ts';
import { settleMeeting } from '../import/settle-meeting.ts';
import { meetingKey } from '../propose/draft-meeting.ts';
import type { ReadHeads } from './stored-meetings.ts';

/**
 * Publishes what a clerk made of a draft, as the next version of its meeting. It is checked as any meeting file is, and
 * beside what is published, before a paper is opened; nothing is written before all of it is read.
 */
export const publishDraft = async (
  {
    store,
    heads,
    prepare,
  }: { readonly store: CouncilStore; readonly heads: ReadHeads; readonly prepare: Prepare },
  draft: unknown,
  files: ReadonlyMap<string, Uint8Array>,
  mayStill: MayStill,
): Promise<PublishAnswer> => {
  const council = await store.readCouncil();
  if (council === null) return refused({ kind: 'no-council' });
  const parsed = parseMeeting(withAnyKey(draft));
  if (!parsed.ok) return refused(parsed.error);
  const keyed = await withOwnKey(parsed.value, council, heads);
  // Nothing is published over what the draft has not seen.
  const meeting = { ...keyed, follows: keyed.follows ?? 0 };
  const checked = await mayFollow(store, council, meeting);
  if (!checked.ok) return refused(checked.error);
  const prepared = await prepare({ meeting, files });
  if (!prepared.ok) return refused(prepared.error);
  if (!(await mayStill()))
    return { kind: 'refused', sentence: 'You may not publish here any more.', where: null };
  const published = await publishPrepared(store, council, prepared.value, { members: true });
  if (!published.ok) return refused(published.error);
  const { meetingId, version } = published.value;
  return { kind: 'published', meetingId, version };
};

/** What names a new meeting is made of its committee and day, as they were corrected. */
const withAnyKey = (draft: unknown): unknown =>
  typeof draft === 'object' && draft !== null && !Array.isArray(draft) && 'key' in draft && draft.key === ''
    ? { ...draft, key: 'new' }
    : draft;

/** A second meeting on one day, which is not the first one, is named by its time as well. */
const withOwnKey = async (
  meeting: MeetingFile,
  { councilId }: Council,
  heads: ReadHeads,
): Promise<MeetingFile> => {
  if (meeting.id !== undefined) return meeting;
  const key = meetingKey(meeting.committee.name, meeting.date);
  const other = (await heads()).find(({ meetingId }) => meetingId === meetingUuid(councilId, { key }));
  const isTaken = other !== undefined && other.start !== `${meeting.date}T${meeting.time}`;
  return { ...meeting, key: isTaken ? `${key}/${meeting.time}` : key };
};

const mayFollow = async (
  store: CouncilStore,
  { councilId }: Council,
  meeting: MeetingFile,
): Promise<Result<void, ImportFault>> => {
  const settled = await settleMeeting(store, councilId, meeting);
  if (!settled.ok) return settled;
  return settled.value.before !== null && meeting.reason === undefined
    ? err({
        kind: 'bad-meeting-file',
        where: 'reason',
        problem: 'is missing: say why there is a new version',
      })
    : ok(undefined);
};

const refused = (fault: ImportFault): PublishAnswer =>
  fault.kind === 'published-since'
    ? fault
    : { kind: 'refused', sentence: deskSentence(fault), where: 'where' in fault ? fault.where : null };

/** Nobody at the desk has seen a meeting.json. */
const deskSentence = (fault: ImportFault): string => {
  if (fault.kind === 'missing') return `The file ${fault.file} is not among the files of this import.`;
  if (fault.kind === 'no-council') return 'This server has no council yet.';
  return importFaultSentence(fault).replace(/^meeting\.json\b/u, 'The draft');
};
