import { whenFacts } from './when-facts.ts';
import type { Document } from 'domhandler';
import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { select, selectLine } from './elements.ts';
import { findDate, findTime, readIsoDate } from './local-time.ts';
import { meetingState } from './meeting-state.ts';
import { factFrom, type Origin } from './source.ts';

type Headed = Pick<UnderstoodMeeting, 'committee' | 'date' | 'start' | 'state'>;

/** A line such as "Planning Committee - Thursday 15 January 2026 7:30 pm, CANCELLED", taken apart. */
interface HeadingParts {
  readonly committee: string | null;
  readonly date: string | null;
  readonly time: string | null;
  /** What stands after date and time. */
  readonly rest: string;
}

const WEEKDAY =
  /[\s,–—-]*(?:\bon\b\s*)?(?:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)))?,?\s*$/iu;

const OPENING = /^(?:agenda|meeting|minutes)\s(?:for|of)\s(?:the\s(?=meeting\sof\s))?(?:meeting\sof\s)?/iu;
// Some sites put the date first: "3 March 2026 6.30 pm - Planning Committee".
const BEHIND_DATE = /^[^–—-]{0,40}\s[–—-]\s(.+?)(?:,\s*(?:cancelled|moved|postponed))?$/iu;

/** Takes a meeting's heading apart. Without a date the whole line is the committee. */
export const readHeading = (line: string): HeadingParts => {
  const found = findDate(line);
  if (found === null) return { committee: line.trim() || null, date: null, time: null, rest: '' };
  const before = found.before.slice(0, 2000).replace(WEEKDAY, '').replace(OPENING, '').trim();
  const behind = BEHIND_DATE.exec(found.after.slice(0, 2000))?.[1]?.trim() ?? '';
  return {
    committee: before || behind || null,
    date: found.date,
    time: findTime(found.after),
    rest: found.after,
  };
};

/** Committee, start and state of a page. The heading is believed more than the page's hidden date. */
export const readHeaded = (origin: Origin, document: Document): Headed => {
  const line = selectLine('.mgSubTitleTxt', document) ?? '';
  const title = selectLine('.mgMainTitleTxt', document) ?? '';
  const heading = readHeading(line);
  const hidden = readIsoDate(metaContent(document, 'DC.date') ?? '');
  const moved = heading.date !== null && hidden !== null && hidden !== heading.date;
  return {
    ...(heading.date === null
      ? fromHidden(origin, document, line, hidden)
      : {
          committee: heading.committee === null ? null : factFrom(origin, heading.committee, line),
          ...whenFacts(origin, heading, line, moved ? 'disagrees' : null),
        }),
    state: readState(origin, `${heading.rest} ${title}`, line || title, moved),
  };
};

/** Committee and start of words such as "Agenda for Planning Committee on Thursday 15 January 2026, 7:30 pm". */
const fromHidden = (
  origin: Origin,
  document: Document,
  line: string,
  hidden: string | null,
): Pick<Headed, 'committee' | 'date' | 'start'> => {
  const title = metaContent(document, 'DC.title') ?? '';
  const told = readHeading(title);
  const date = told.date ?? hidden;
  const committee = line || (told.date === null ? null : told.committee);
  return {
    committee:
      committee === null ? null : factFrom(origin, committee, line || title, line ? null : 'guessed'),
    ...whenFacts(origin, { ...told, date }, title || (date ?? ''), 'guessed'),
  };
};

const readState = (
  origin: Origin,
  words: string,
  quote: string,
  moved: boolean,
): UnderstoodMeeting['state'] => {
  const state = meetingState(words);
  if (state !== null) return factFrom(origin, state, quote);
  // A hidden date that was left behind is what ModernGov does when a meeting is moved.
  return moved ? factFrom(origin, 'moved', quote, 'guessed') : null;
};

const metaContent = (document: Document, name: string): string | null =>
  select('meta[name]', document).find(({ attribs }) => attribs['name']?.toLowerCase() === name.toLowerCase())
    ?.attribs['content'] ?? null;
