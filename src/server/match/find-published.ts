import type { ReadRequest } from '../../domain/import-state.ts';
import type { Alias, UnderstoodMeeting } from '../../domain/understood.ts';
import type { CouncilStore } from '../council-store.ts';
import { dayOf, isSameCommittee } from '../../understand/proposal/merge-meetings.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import { aliasKey } from '../aliases.ts';
import type { StoredHead } from './stored-meetings.ts';

/** Which published meetings are read together with some sources. */
export interface FoundMeetings {
  /** Those that the sources are about, whole. */
  readonly meant: readonly StoredHead[];
  /** Those before them, for their action plans alone. */
  readonly before: readonly StoredHead[];
}

/** Files of more meetings than these are no import of a meeting. */
const mostMeetings = 12;

/**
 * The published meetings that sources are about: by their own name for it, or by committee and day. A committee is
 * known by their name for it too, whatever it is called here. What the clerk has `said` comes before what they say.
 */
export const findPublished = async (
  store: Pick<CouncilStore, 'knownAliases'>,
  heads: readonly StoredHead[],
  sources: readonly UnderstoodSource[],
  { meeting: chosen, apart }: Pick<ReadRequest, 'meeting' | 'apart'>,
): Promise<FoundMeetings> => {
  const spoken = sources.flatMap(({ meeting, paper }) => meeting ?? paper?.minutes?.meeting ?? []);
  const known = await store.knownAliases(spoken.flatMap(({ aliases }) => aliases));
  const ours = new Map(known.map(({ alias, ours: id }) => [aliasKey(alias), id]));
  const candidates = heads.filter(({ meetingId }) => !apart.includes(meetingId));
  const meant = new Set(candidates.filter(({ meetingId }) => meetingId === chosen));
  const before = new Set<StoredHead>();
  for (const meeting of spoken) {
    const found = findMeant(meeting, candidates, ours);
    for (const head of found) if (meant.size < mostMeetings) meant.add(head);
    const [first] = found;
    const day = first?.start.slice(0, 10) ?? dayOf(meeting);
    const committees =
      first === undefined ? committeesOf(meeting, candidates, ours) : new Set([first.committee.id]);
    const earlier = candidates.findLast(
      (head) =>
        day !== null && head.hasPlans && head.start.slice(0, 10) < day && committees.has(head.committee.id),
    );
    if (earlier !== undefined && before.size < mostMeetings) before.add(earlier);
  }
  const hasPlans = sources.some(({ paper }) => (paper?.plan.length ?? 0) > 0);
  return { meant: [...meant], before: hasPlans ? [...before].filter((head) => !meant.has(head)) : [] };
};

type OurIds = ReadonlyMap<string, string>;

const findMeant = (
  meeting: UnderstoodMeeting,
  heads: readonly StoredHead[],
  ours: OurIds,
): readonly StoredHead[] => {
  const named = idsOf(meeting.aliases, 'meeting', ours);
  const byName = heads.filter(({ meetingId }) => named.has(meetingId));
  if (byName.length > 0) return byName;
  const day = dayOf(meeting);
  const committees = committeesOf(meeting, heads, ours);
  const ofDay = heads.filter((head) => head.start.slice(0, 10) === day && committees.has(head.committee.id));
  // Where a committee meets twice on one day, the time tells which is meant.
  const exact = ofDay.filter(({ start }) => start === meeting.start?.value);
  return exact.length > 0 ? exact : ofDay;
};

/** The committees that a source may mean: those of its name, and only where none has it that of its number. */
const committeesOf = (
  { aliases, committee }: UnderstoodMeeting,
  heads: readonly StoredHead[],
  ours: OurIds,
): ReadonlySet<string> => {
  const called = heads.filter(
    (head) => committee !== null && isSameCommittee(committee.value, head.committee.name),
  );
  return called.length > 0
    ? new Set(called.map((head) => head.committee.id))
    : idsOf(aliases, 'committee', ours);
};

const idsOf = (aliases: readonly Alias[], kind: Alias['kind'], ours: OurIds): ReadonlySet<string> =>
  new Set(aliases.filter((alias) => alias.kind === kind).flatMap((alias) => ours.get(aliasKey(alias)) ?? []));
