import type {
  ActionPlan,
  AgendaItem,
  BlobRef,
  Contact,
  Manifest,
  Minute,
  Paper,
  Seat,
} from '../../domain/meeting.ts';
import { allPapers, planItem } from './check-meeting.ts';
import type { MeetingIds } from './meeting-ids.ts';
import {
  isFilePaper,
  type MeetingFile,
  type MeetingItem,
  type MeetingPaper,
  type MeetingSeat,
} from './meeting-file.ts';
import type { PreparedMeeting } from './prepare-meeting.ts';

/** What a manifest needs besides the meeting file. */
export interface ManifestFacts {
  readonly councilId: string;
  readonly ids: MeetingIds;
  /** The version that was published last, or null. */
  readonly before: Manifest | null;
  /** The day of publishing in London, which tells a coming meeting from one that was held. */
  readonly today: string;
  readonly contacts: readonly Contact[];
  /** File and reading text of each paper, by the paper's file name. */
  readonly blobs: ReadonlyMap<string, { readonly file: BlobRef; readonly text: BlobRef }>;
}

/** The manifest that tablets get. Throws when a paper's blobs are missing: they are put first. */
export const buildManifest = (prepared: PreparedMeeting, facts: ManifestFacts): Manifest => {
  const { meeting } = prepared;
  const { ids, before } = facts;
  const version = (before?.version ?? 0) + 1;
  const { name, type } = meeting.committee;
  return {
    format: 1,
    meetingId: ids.meeting,
    version,
    reason: meeting.reason ?? (version === 1 ? 'First publication' : 'Published again'),
    councilId: facts.councilId,
    committee: { id: ids.committee, name, type },
    start: `${meeting.date}T${meeting.time}`,
    zone: 'Europe/London',
    venue: meeting.venue,
    state: meeting.state ?? (meeting.date < facts.today ? 'held' : 'coming'),
    regime: { id: meeting.regime, version: 1 },
    seats: meeting.seats.map((seat, place) => toSeat(seat, place, ids)),
    contacts: meeting.contacts ?? facts.contacts,
    items: meeting.items.map((item) => toItem(item, prepared, ids)),
    papers: [
      ...meeting.papers.map((paper) => toPaper(paper, null, prepared, facts)),
      ...meeting.items.flatMap((item) => item.papers.map((paper) => toPaper(paper, item, prepared, facts))),
    ],
    plans: prepared.plans.flatMap((plan) => toPlan(plan, meeting, ids)),
  };
};

const toSeat = (seat: MeetingSeat, place: number, ids: MeetingIds): Seat => {
  const { group, role, votes } = seat;
  const base = { id: ids.seat(place), group, role, votes };
  if ('vacant' in seat) return { ...base, holder: { kind: 'vacant' } };
  const { name, minuteName, minuteRole } = seat;
  const personId = ids.person(seat);
  return {
    ...base,
    holder: { kind: 'person', personId, listName: name, minuteName: minuteName ?? name, minuteRole },
  };
};

const toItem = (item: MeetingItem, prepared: PreparedMeeting, ids: MeetingIds): AgendaItem => ({
  id: ids.item(item),
  number: item.number,
  title: item.title,
  pages: item.pages,
  education: item.education,
  minute: toMinute(item, prepared),
});

/** What the meeting file writes out comes before what the minutes text gives. */
const toMinute = ({ minute }: MeetingItem, prepared: PreparedMeeting): Minute | null => {
  if (minute === null) return null;
  const section = minute.number === null ? undefined : prepared.minutes.get(minute.number);
  if (section === undefined || minute.paragraphs.length > 0) return minute;
  const { paragraphs, truncated } = section;
  return { number: minute.number, paragraphs, truncated: truncated || minute.truncated };
};

const toPaper = (
  paper: MeetingPaper,
  item: MeetingItem | null,
  prepared: PreparedMeeting,
  { ids, blobs, before }: ManifestFacts,
): Paper => {
  const itemId = item === null ? null : ids.item(item);
  if (!isFilePaper(paper)) {
    const kept = before?.papers.find(({ id }) => id === paper.published);
    if (kept === undefined) throw new Error('a paper that stays is not in the version before');
    return { ...kept, title: paper.title ?? kept.title, kind: paper.kind ?? kept.kind, itemId };
  }
  const read = prepared.papers.get(paper.file);
  const refs = blobs.get(paper.file);
  if (read === undefined || refs === undefined) throw new Error('a paper was not put before its manifest');
  return {
    id: ids.paper(paper.file),
    title: paper.title ?? titleOf(paper.file),
    kind: paper.kind ?? (item === null ? 'other' : 'report'),
    itemId,
    mediaType: read.mediaType,
    pages: read.text.pages.length,
    ...refs,
  };
};

const titleOf = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.[a-z]{2,4}$/i, '');

const toPlan = (
  { item: named, paper, areas }: PreparedMeeting['plans'][number],
  meeting: MeetingFile,
  ids: MeetingIds,
): readonly ActionPlan[] => {
  const item = planItem(meeting, named);
  if (item === undefined) return [];
  const isPublished = allPapers(meeting).some((one) => !isFilePaper(one) && one.published === paper);
  return [{ itemId: ids.item(item), paperId: isPublished ? paper : ids.paper(paper), areas }];
};
