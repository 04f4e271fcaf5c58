import type { SourceKind } from '../../domain/proposal.ts';
import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { isSameMeeting, mergeMeetings } from './merge-meetings.ts';
import type { UnderstoodSource } from './source.ts';

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
  'supplement',
  'minutes',
  'decisions',
  'report',
];

/** The meetings that the sources speak of, by their dates. */
export const gatherMeetings = (sources: readonly UnderstoodSource[]): readonly GatheredMeeting[] => {
  const speaking = sources
    .filter((source) => meetingOf(source) !== null)
    .toSorted((one, other) => trust.indexOf(one.source.kind) - trust.indexOf(other.source.kind));
  const groups: UnderstoodSource[][] = [];
  for (const source of speaking) {
    const group = groups.find((members) => members.some((member) => isSame(member, source)));
    if (group !== undefined) group.push(source);
    else if (source.source.kind !== 'minutes' || standsAlone(source, groups)) groups.push([source]);
  }
  return groups.flatMap(toGathered).toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
};

const meetingOf = ({ meeting, paper }: UnderstoodSource): UnderstoodMeeting | null =>
  meeting ?? paper?.minutes?.meeting ?? null;

const isSame = (one: UnderstoodSource, other: UnderstoodSource): boolean => {
  const [left, right] = [meetingOf(one), meetingOf(other)];
  return left !== null && right !== null && isSameMeeting(left, right);
};

/** Minutes of an earlier meeting are a paper of the one that approves them, unless it is they that were brought. */
const standsAlone = ({ source }: UnderstoodSource, groups: readonly unknown[]): boolean =>
  groups.length === 0 || /(?:^|\/)printed minutes\b/iu.test(source.file);

const toGathered = (sources: readonly UnderstoodSource[]): readonly GatheredMeeting[] => {
  const [first, ...others] = sources.flatMap((source) => meetingOf(source) ?? []);
  return first === undefined ? [] : [{ meeting: mergeMeetings([first, ...others]), sources }];
};

/** A character after every digit: what has no date comes last. */
const startOf = ({ meeting }: GatheredMeeting): string => meeting.start?.value ?? meeting.date?.value ?? '~';
