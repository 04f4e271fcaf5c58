import { whenFacts } from './when-facts.ts';
import type { Element } from 'domhandler';
import type { Alias, Fact, UnderstoodMeeting } from '../../domain/understood.ts';
import { readAttendees } from './attendees.ts';
import { childrenWithin, idText, lineText, rawText } from './elements.ts';
import { markExempt } from './exempt-section.ts';
import { linkedDocuments, readItem } from './get-meeting-item.ts';
import { findTime, readServiceDate } from './local-time.ts';
import { meetingState } from './meeting-state.ts';
import { doubtedAsCut } from './minute-parts.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';

const MOST_ITEMS = 5000;

/** GetMeeting's answer. `whole` says whether it came to its end; if not, its last item is doubted. */
export const readGetMeeting = (origin: Origin, meeting: Element, whole: boolean): UnderstoodMeeting => {
  const nodes = childrenWithin(meeting, 'agendaitems', 'agendaitem').slice(0, MOST_ITEMS);
  const read = nodes.map((item) => readItem(origin, item));
  const last = read.at(-1);
  const { items, exemptSection } = markExempt(
    whole || last === undefined ? read : [...read.slice(0, -1), doubtedAsCut(last)],
  );
  return {
    aliases: meetingAliases(origin, meeting),
    committee: readCommittee(origin, meeting),
    ...readWhen(origin, meeting, 'meetingtime'),
    plannedEnd: readPlannedEnd(origin, meeting),
    venue: lineFact(origin, lineText(meeting, 'meetinglocation') ?? lineText(meeting, 'meetingroom')),
    contact: null,
    published: readPublished(origin, meeting),
    state: readState(origin, meeting),
    members: readAttendees(origin, meeting),
    items,
    exemptSection,
    documents: linkedDocuments(origin, meeting),
  };
};

const meetingAliases = (origin: Origin, meeting: Element): readonly Alias[] => [
  ...aliasesFor(origin, 'meeting', idText(meeting, 'meetingid')),
  ...aliasesFor(origin, 'agenda', idText(meeting, 'agendaid')),
  ...aliasesFor(origin, 'committee', idText(meeting, 'committeeid')),
];

const lineFact = (origin: Origin, line: string | null): Fact<string> | null =>
  line === null ? null : factFrom(origin, line, line);

/** The answer has no committee of its own; its items and documents name it. */
const readCommittee = (origin: Origin, meeting: Element): Fact<string> | null => {
  const own = lineText(meeting, 'committeetitle');
  if (own !== null) return factFrom(origin, own, own);
  const items = childrenWithin(meeting, 'agendaitems', 'agendaitem').slice(0, MOST_ITEMS);
  const documents = items.flatMap((item) => childrenWithin(item, 'linkeddocuments', 'linkeddoc'));
  const named =
    mostOften(documents.map((document) => lineText(document, 'committeetitle'))) ??
    mostOften(items.map((item) => lineText(item, 'refertocommittee')));
  return named === null ? null : factFrom(origin, named, named, 'guessed');
};

const mostOften = (names: readonly (string | null)[]): string | null => {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
};

const readWhen = (
  origin: Origin,
  meeting: Element,
  time: string,
): Pick<UnderstoodMeeting, 'date' | 'start'> => {
  const given = [rawText(meeting, 'meetingdate'), lineText(meeting, time) ?? ''];
  const date = readServiceDate(given[0] ?? '');
  const clock = findTime(given[1] ?? '') ?? findTime((given[0] ?? '').slice(10));
  return whenFacts(origin, { date, time: clock }, given.join(' ').trim());
};

const readPlannedEnd = (origin: Origin, meeting: Element): Fact<string> | null =>
  findTime(lineText(meeting, 'meetingplannedfinishtime') ?? '') === null
    ? null
    : readWhen(origin, meeting, 'meetingplannedfinishtime').start;

const readState = (origin: Origin, meeting: Element): UnderstoodMeeting['state'] => {
  const status = lineText(meeting, 'meetingstatus');
  const state = meetingState(status ?? '');
  return status === null || state === null ? null : factFrom(origin, state, status);
};

/** The agenda's day is not given; the first day of its documents is taken for it. */
const readPublished = (origin: Origin, meeting: Element): Fact<string> | null => {
  const dates = childrenWithin(meeting, 'agendaitems', 'agendaitem')
    .slice(0, MOST_ITEMS)
    .flatMap((item) => childrenWithin(item, 'linkeddocuments', 'linkeddoc'))
    .map((document) => rawText(document, 'publicationdate'))
    .flatMap((quote) => {
      const date = readServiceDate(quote);
      return date === null ? [] : [{ date, quote }];
    });
  const first = dates.toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  return first === undefined ? null : factFrom(origin, first.date, first.quote, 'guessed');
};
