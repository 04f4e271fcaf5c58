import { whenFacts } from './when-facts.ts';
import type { Element } from 'domhandler';
import type { Alias, Fact, UnderstoodMeeting } from '../../domain/understood.ts';
import { clockBehind, type DateOrder, dateOrder, readAnswerDate } from './answer-dates.ts';
import { readAttendees } from './attendees.ts';
import { childrenWithin, idText, lineText, rawText } from './elements.ts';
import { markExempt } from './exempt-section.ts';
import { linkedDocuments, readItem } from './get-meeting-item.ts';
import { findTime } from './local-time.ts';
import { meetingState } from './meeting-state.ts';
import { doubtedAsCut } from './minute-parts.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';

const MOST_ITEMS = 5000;

/** GetMeeting's answer. `whole` says whether it came to its end; if not, its last item is doubted. */
export const readGetMeeting = (origin: Origin, meeting: Element, whole: boolean): UnderstoodMeeting => {
  const nodes = childrenWithin(meeting, 'agendaitems', 'agendaitem').slice(0, MOST_ITEMS);
  const read = nodes.map((item) => readItem(origin, item));
  const last = read.at(-1);
  const order = dateOrder(meeting);
  const { items, exemptSection } = markExempt(
    whole || last === undefined ? read : [...read.slice(0, -1), doubtedAsCut(last)],
  );
  return {
    aliases: meetingAliases(origin, meeting),
    committee: readCommittee(origin, meeting),
    ...readWhen(origin, meeting, { time: 'meetingtime', order }),
    plannedEnd: readPlannedEnd(origin, meeting, order),
    venue: lineFact(origin, lineText(meeting, 'meetinglocation') ?? lineText(meeting, 'meetingroom')),
    contact: null,
    published: readPublished(origin, meeting, order),
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
  { time, order }: { readonly time: string; readonly order: DateOrder },
): Pick<UnderstoodMeeting, 'date' | 'start'> => {
  const given = [rawText(meeting, 'meetingdate'), lineText(meeting, time) ?? ''];
  const date = readAnswerDate(given[0] ?? '', order);
  const clock = findTime(given[1] ?? '') ?? behindDate(given[0] ?? '');
  // Day and month could be the other way round.
  const doubt = order === 'month-first' ? 'guessed' : null;
  return whenFacts(origin, { date, time: clock }, given.join(' ').trim(), doubt);
};

// Midnight is what a server adds to a date alone.
const behindDate = (text: string): string | null => {
  const time = findTime(clockBehind(text));
  return time === '00:00' ? null : time;
};

const readPlannedEnd = (origin: Origin, meeting: Element, order: DateOrder): Fact<string> | null =>
  findTime(lineText(meeting, 'meetingplannedfinishtime') ?? '') === null
    ? null
    : readWhen(origin, meeting, { time: 'meetingplannedfinishtime', order }).start;

const readState = (origin: Origin, meeting: Element): UnderstoodMeeting['state'] => {
  const status = lineText(meeting, 'meetingstatus');
  const state = meetingState(status ?? '');
  return status === null || state === null ? null : factFrom(origin, state, status);
};

/** The agenda's day is not given; the first day of its documents is taken for it. */
const readPublished = (origin: Origin, meeting: Element, order: DateOrder): Fact<string> | null => {
  const dates = childrenWithin(meeting, 'agendaitems', 'agendaitem')
    .slice(0, MOST_ITEMS)
    .flatMap((item) => childrenWithin(item, 'linkeddocuments', 'linkeddoc'))
    .map((document) => rawText(document, 'publicationdate'))
    .flatMap((quote) => {
      const date = readAnswerDate(quote, order);
      return date === null ? [] : [{ date, quote }];
    });
  const first = dates.toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  return first === undefined ? null : factFrom(origin, first.date, first.quote, 'guessed');
};
