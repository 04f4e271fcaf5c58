import type { SourceKind } from '../../domain/proposal.ts';
import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { dayOf, isSameCommittee, isSameMeeting, mergeMeetings } from './merge-meetings.ts';
import { isBrought, type UnderstoodSource } from './source.ts';

/** One meeting and the sources that speak of it. */
export interface GatheredMeeting {
  readonly meeting: UnderstoodMeeting;
  readonly sources: readonly UnderstoodSource[];
}

/** Who is believed first. Minutes of a meeting say what its agenda was in their own words. */
const trust: readonly SourceKind[] = [
  'meeting-answer',
  'meeting-page',
  'agenda',
  'pack',
  // What a clerk has corrected and published, before what comes later and says little.
  'published',
  'supplement',
  'minutes',
  'decisions',
  'report',
];

/** The meetings that the sources speak of, by their dates; also those that only what was published speaks of. */
export const gatherMeetings = (sources: readonly UnderstoodSource[]): readonly GatheredMeeting[] => {
  const speaking = sources
    .filter(speaksOfMeeting)
    .toSorted((one, other) => trust.indexOf(one.source.kind) - trust.indexOf(other.source.kind));
  const groups: UnderstoodSource[][] = [];
  for (const source of speaking) {
    const brought = groups.filter((members) => members.some(isBrought));
    const isAlone = source.source.kind !== 'minutes' || standsAlone(source, brought);
    const group = groups.find(
      (members) =>
        (isAlone || brought.includes(members)) &&
        !(isManifest(source) && members.some(isManifest)) &&
        members.some(
          (member) => isSame(member, source) || isMoved(member, source) || isMoved(source, member),
        ),
    );
    if (group !== undefined) group.push(source);
    else if (isAlone) groups.push([source]);
  }
  return groups.flatMap(toGathered).toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
};

/**
 * A page of the other system speaks of a meeting whatever it says. Slides that open with an "Agenda" do not: a paper
 * that speaks of one has its time, or its day and its committee.
 */
const speaksOfMeeting = (source: UnderstoodSource): boolean => {
  const meeting = meetingOf(source);
  if (meeting === null || source.paper === null) return meeting !== null;
  return meeting.start !== null || (dayOf(meeting) !== null && meeting.committee !== null);
};

const meetingOf = ({ meeting, paper }: UnderstoodSource): UnderstoodMeeting | null =>
  meeting ?? paper?.minutes?.meeting ?? null;

const isSame = (one: UnderstoodSource, other: UnderstoodSource): boolean => {
  const [left, right] = [meetingOf(one), meetingOf(other)];
  return left !== null && right !== null && isSameMeeting(left, right);
};

const sheets = new Set<SourceKind>(['meeting-answer', 'meeting-page', 'agenda', 'pack', 'supplement']);

/** A sheet of the committee whose meeting a clerk says is meant, though it names another day: it was moved. */
const isMoved = (one: UnderstoodSource, sheet: UnderstoodSource): boolean =>
  one.isMeant === true &&
  sheets.has(sheet.source.kind) &&
  isSameCommittee(meetingOf(one)?.committee?.value, meetingOf(sheet)?.committee?.value);

/** Two that were published are two, though a committee met twice on one day. */
const isManifest = ({ source }: UnderstoodSource): boolean => source.kind === 'published';

/** Minutes of an earlier meeting are a paper of the one that approves them, unless it is they that were brought. */
const standsAlone = ({ source }: UnderstoodSource, groups: readonly unknown[]): boolean =>
  groups.length === 0 || /(?:^|\/)printed minutes\b/iu.test(source.file);

const isLater = ({ source }: UnderstoodSource): boolean => source.kind === 'supplement';

const toGathered = (sources: readonly UnderstoodSource[]): readonly GatheredMeeting[] => {
  const hasAgenda = !sources.every(isLater);
  const [first, ...others] = sources.flatMap((source) => {
    const meeting = meetingOf(source);
    if (meeting === null) return [];
    return hasAgenda && isLater(source) ? withoutPages(meeting) : meeting;
  });
  return first === undefined ? [] : [{ meeting: mergeMeetings([first, ...others]), sources }];
};

/** A supplement counts its pages from 1 again: its spans are not the pack's. */
const withoutPages = (meeting: UnderstoodMeeting): UnderstoodMeeting => ({
  ...meeting,
  items: meeting.items.map((item) => ({ ...item, pages: null })),
});

/** A character after every digit: what has no date comes last. */
const startOf = ({ meeting }: GatheredMeeting): string => meeting.start?.value ?? meeting.date?.value ?? '~';
