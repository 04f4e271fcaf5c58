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
import type { MeetingIds } from './meeting-ids.ts';
import type { MeetingFile, MeetingItem, MeetingPaper, MeetingSeat } from './meeting-file.ts';
import type { PreparedMeeting } from './prepare-meeting.ts';

/** What a manifest needs besides the meeting file. */
export interface ManifestFacts {
  readonly councilId: string;
  readonly ids: MeetingIds;
  readonly version: number;
  /** The day of publishing in London, which tells a coming meeting from one that was held. */
  readonly today: string;
  readonly contacts: readonly Contact[];
  /** File and reading text of each paper, by the paper's file name. */
  readonly blobs: ReadonlyMap<string, { readonly file: BlobRef; readonly text: BlobRef }>;
}

/** The manifest that tablets get. Throws when a paper's blobs are missing: they are put first. */
export const buildManifest = (prepared: PreparedMeeting, facts: ManifestFacts): Manifest => {
  const { meeting } = prepared;
  const { ids } = facts;
  return {
    format: 1,
    meetingId: ids.meeting,
    version: facts.version,
    reason: meeting.reason ?? (facts.version === 1 ? 'First publication' : 'Published again'),
    councilId: facts.councilId,
    committee: { id: ids.committee, ...meeting.committee },
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
  { ids, blobs }: ManifestFacts,
): Paper => {
  const read = prepared.papers.get(paper.file);
  const refs = blobs.get(paper.file);
  if (read === undefined || refs === undefined) throw new Error('a paper was not put before its manifest');
  return {
    id: ids.paper(paper.file),
    title: paper.title ?? titleOf(paper.file),
    kind: paper.kind ?? (item === null ? 'other' : 'report'),
    itemId: item === null ? null : ids.item(item),
    mediaType: read.mediaType,
    pages: read.text.pages.length,
    ...refs,
  };
};

const titleOf = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.[a-z]{2,4}$/i, '');

const toPlan = (
  plan: PreparedMeeting['plans'][number],
  meeting: MeetingFile,
  ids: MeetingIds,
): readonly ActionPlan[] =>
  meeting.items
    .filter((item) => item.number === plan.item)
    .map((item) => ({ itemId: ids.item(item), paperId: ids.paper(plan.paper), areas: plan.areas }));
