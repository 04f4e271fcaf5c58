import type { Alias, UnderstoodMeeting } from '../../domain/understood.ts';
import { isEqual, isSamePlace, isSameText, mergeFacts } from './merge-facts.ts';
import { mergeDocuments, mergeItems } from './merge-items.ts';
import { plainTitle } from './titles.ts';

/**
 * Whether two sources speak of one meeting: the same day and the same committee, or the same name of theirs for it.
 * Where one does not say which committee, or which day, the other decides.
 */
export const isSameMeeting = (one: UnderstoodMeeting, other: UnderstoodMeeting): boolean => {
  if (shareAlias(one, other, 'meeting')) return true;
  const [day, otherDay] = [dayOf(one), dayOf(other)];
  if (day === null || otherDay === null || day !== otherDay) return false;
  // A committee that is called otherwise here is still the one that has their id.
  return shareAlias(one, other, 'committee') || isSameCommittee(one.committee?.value, other.committee?.value);
};

const shareAlias = (one: UnderstoodMeeting, other: UnderstoodMeeting, kind: Alias['kind']): boolean => {
  const known = new Set(one.aliases.filter((alias) => alias.kind === kind).map(aliasKey));
  return other.aliases.some((alias) => alias.kind === kind && known.has(aliasKey(alias)));
};

const aliasKey = ({ system, site, id }: Alias): string => `${system} ${site ?? ''} ${id}`;

/** The day that a source speaks of, or null. */
export const dayOf = ({ start, date }: Pick<UnderstoodMeeting, 'start' | 'date'>): string | null =>
  start?.value.slice(0, 10) ?? date?.value ?? null;

export const isSameCommittee = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || committeeName(one) === committeeName(other);

/** "The Cabinet" and "Cabinet" are one; "Full Council" and "Council" too. */
const committeeName = (name: string): string => plainTitle(name).replace(/^(?:the|full) /u, '');

/** One meeting from several sources, the most believed first. There is at least one. */
export const mergeMeetings = (
  meetings: readonly [UnderstoodMeeting, ...UnderstoodMeeting[]],
): UnderstoodMeeting => {
  const all = <K extends keyof UnderstoodMeeting>(key: K) => meetings.map((meeting) => meeting[key]);
  const members = meetings.find((meeting) => meeting.members.length > 0)?.members ?? [];
  return {
    aliases: all('aliases').flat(),
    committee: mergeFacts(all('committee'), (one, other) => committeeName(one) === committeeName(other)),
    start: mergeFacts(all('start'), isSameText),
    date: mergeFacts(
      meetings.map(({ date }) => date ?? null),
      isSameText,
    ),
    plannedEnd: mergeFacts(all('plannedEnd'), isSameText),
    venue: mergeFacts(all('venue'), isSamePlace),
    contact: mergeFacts(all('contact'), (one, other) => isSameText(one.name ?? '', other.name ?? '')),
    // A supplement is published later than the agenda, and says so: that is no contradiction.
    published: mergeFacts(all('published'), () => true),
    state: mergeFacts(all('state'), isEqual),
    members,
    items: mergeItems(all('items')),
    exemptSection: mergeFacts(all('exemptSection'), isEqual),
    documents: mergeDocuments(all('documents').flat()),
  };
};
