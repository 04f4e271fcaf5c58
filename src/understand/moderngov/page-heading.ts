import { whenFacts } from './when-facts.ts';
import type { Document } from 'domhandler';
import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { select, selectLine } from './elements.ts';
import { findDate, findTime, readIsoDate } from './local-time.ts';
import { findNotice } from './meeting-notice.ts';
import { meetingState } from './meeting-state.ts';
import { factFrom, type Origin } from './source.ts';
import { textOf, tidy } from './text-of.ts';

type Headed = Pick<UnderstoodMeeting, 'committee' | 'date' | 'start' | 'state'>;

/** A line such as "Planning Committee - Thursday 15 January 2026 7:30 pm, CANCELLED", taken apart. */
interface HeadingParts {
  readonly committee: string | null;
  readonly date: string | null;
  readonly time: string | null;
  /** What says before the committee that the meeting is off: "CANCELLED - ". */
  readonly before: string;
  /** What stands after date and time. */
  readonly rest: string;
}

const WEEKDAY =
  /[\s,–—-]*(?:\bon\b\s*)?(?:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)))?,?\s*$/iu;

// Some sites write it into the committee's name, before or behind it.
const CALLED_OFF =
  /^[\s*([]{0,3}(?:cancell?ed|postponed|provisional|re-?scheduled|moved|wedi'i (?:ganslo|ohirio))\b[\s*)\]:,–—-]{1,5}(?=\p{L})|[\s–—-]{0,3}[([](?:cancell?ed|postponed|provisional|re-?scheduled)[)\]]$/iu;
const OPENING = /^(?:agenda|meeting|minutes)\s(?:for|of)\s(?:the\s(?=meeting\sof\s))?(?:meeting\sof\s)?/iu;
// Some sites put the date first: "3 March 2026 6.30 pm - Planning Committee".
const BEHIND_DATE = /^[^–—-]{0,40}\s[–—-]\s(.+?)(?:,\s*(?:cancelled|moved|postponed))?$/iu;

/** Takes a meeting's heading apart. Without a date the whole line is the committee. */
export const readHeading = (line: string): HeadingParts => {
  const found = findDate(line);
  if (found === null) return { ...called(line.trim()), date: null, time: null, rest: '' };
  const words = found.before
    .slice(0, 2000)
    .replace(WEEKDAY, '')
    .replace(OPENING, '')
    .replace(/^\s*new!\s*/iu, '')
    .trim();
  const behind = BEHIND_DATE.exec(found.after.slice(0, 2000))?.[1]?.trim() ?? '';
  return { ...called(words || behind), date: found.date, time: findTime(found.after), rest: found.after };
};

const called = (words: string): Pick<HeadingParts, 'committee' | 'before'> => {
  const before = CALLED_OFF.exec(words)?.[0] ?? '';
  return { committee: words.replace(CALLED_OFF, '').replace(OPENING, '').trim() || null, before };
};

/** Committee, start and state of a page. The heading is believed more than the page's hidden date. */
export const readHeaded = (origin: Origin, document: Document, notices: readonly string[]): Headed => {
  const line = headingLine(document);
  const title = selectLine('.mgMainTitleTxt', document) ?? '';
  const heading = readHeading(line);
  const hidden = readIsoDate(metaContent(document, 'DC.date') ?? '');
  const moved = heading.date !== null && hidden !== null && hidden !== heading.date;
  const words = `${heading.before} ${heading.rest} ${title}`;
  return {
    ...(heading.date === null
      ? fromHidden(origin, document, { line, committee: heading.committee }, hidden)
      : {
          committee: namedCommittee(origin, document, heading.committee, line),
          ...whenFacts(origin, heading, line, moved ? 'disagrees' : null),
        }),
    state: readState(origin, { words, quote: line || title, moved }, notices),
  };
};

/** The line with committee and date; in other skins the first heading that has a date and a time. */
const headingLine = (document: Document): string => {
  const own = selectLine('.mgSubTitleTxt', document);
  if (own !== null) return own;
  const headings = select('h1, h2, h3', document).slice(0, 50);
  return (
    headings
      .map((heading) => tidy(textOf(heading.children)).slice(0, 500))
      .find((line) => findTime(findDate(line)?.after ?? '') !== null) ?? ''
  );
};

const namedCommittee = (
  origin: Origin,
  document: Document,
  committee: string | null,
  line: string,
): Headed['committee'] => {
  if (committee !== null) return factFrom(origin, committee, line);
  const told = hiddenTitles(document).find(({ heading }) => heading.committee !== null);
  return told?.heading.committee === undefined || told.heading.committee === null
    ? null
    : factFrom(origin, told.heading.committee, told.title, 'guessed');
};

/** Titles that a browser does not show in the page, where they have a date. */
const hiddenTitles = (
  document: Document,
): readonly { readonly title: string; readonly heading: HeadingParts }[] =>
  [metaContent(document, 'DC.title') ?? '', selectLine('title', document) ?? '']
    .map((title) => ({ title: tidy(title), heading: readHeading(title) }))
    .filter(({ heading }) => heading.date !== null);

/** Committee and start of words such as "Agenda for Planning Committee on Thursday 15 January 2026, 7:30 pm". */
const fromHidden = (
  origin: Origin,
  document: Document,
  { line, committee }: { readonly line: string; readonly committee: string | null },
  hidden: string | null,
): Pick<Headed, 'committee' | 'date' | 'start'> => {
  const [told] = hiddenTitles(document);
  const title = told?.title ?? '';
  const date = told?.heading.date ?? hidden;
  const name = committee ?? told?.heading.committee ?? null;
  return {
    committee: name === null ? null : factFrom(origin, name, line || title, line ? null : 'guessed'),
    ...whenFacts(origin, { date, time: told?.heading.time ?? null }, title || (date ?? ''), 'guessed'),
  };
};

const readState = (
  origin: Origin,
  { words, quote, moved }: { readonly words: string; readonly quote: string; readonly moved: boolean },
  notices: readonly string[],
): UnderstoodMeeting['state'] => {
  const state = meetingState(words);
  if (state !== null) return factFrom(origin, state, quote);
  const notice = findNotice(notices);
  if (notice !== null) return factFrom(origin, notice.state, notice.line);
  // A hidden date that was left behind is what ModernGov does when a meeting is moved.
  return moved ? factFrom(origin, 'moved', quote, 'guessed') : null;
};

const metaContent = (document: Document, name: string): string | null =>
  select('meta[name]', document).find(({ attribs }) => attribs['name']?.toLowerCase() === name.toLowerCase())
    ?.attribs['content'] ?? null;
