import type { PaperText } from '../../domain/paper-text.ts';
import type { Fact, UnderstoodMeeting, UnderstoodMinutes } from '../../domain/understood.ts';
import { readApologies } from './apologies.ts';
import { type Attendance, readAttendance, toMember } from './attendance.ts';
import { type MinutePart, type MinutesParts, minutesParts } from './minute-parts.ts';
import { readHead } from './minutes-head.ts';
import { readDeclarations } from './past-declarations.ts';
import { lineWords, type PrintedLine, printedLines } from './printed-lines.ts';
import { readVotes } from './recorded-votes.ts';
import { readResolutions } from './resolutions.ts';
import { quoteOf } from './sentences.ts';
import type { PrintedName } from './split-names.ts';

type Minute = UnderstoodMinutes['minutes'][number];

const CUT = /view the full minutes text for item \d{1,4}/i;

/**
 * Reads printed minutes. `file` is the name they were given under; a name as ModernGov makes it tells the time of
 * day that the paper may leave out. A start whose time is printed nowhere is midnight, and doubted.
 *
 * A minute's paragraphs hold all that stands under its title, so also its resolutions and votes. Whatever the paper
 * is, this answers; what is no minutes gives few facts or none.
 */
export const readMinutes = (file: string, text: PaperText): UnderstoodMinutes => {
  const parts = minutesParts(printedLines(text));
  const { head, minutes } = withAttendanceAtEnd(parts, file);
  const { present, apologies } = attendanceOf(head, minutes, file);
  return {
    meeting: meetingOf(head, present, file),
    present: present.map(nameOf),
    apologies: withoutRepeats([...apologies.map(nameOf), ...readApologies(minutes, file)]),
    declarations: readDeclarations(minutes, file),
    minutes: minutes.map((part) => toMinute(part, file)),
  };
};

const ATTENDANCE =
  /^(?:attendance(?: list| record)?|(?:councillors|members) (?:present|in attendance))\s?:?$/i;

/** Some papers say at their end who came. */
const withAttendanceAtEnd = (parts: MinutesParts, file: string): MinutesParts => {
  const last = parts.minutes.at(-1);
  const at = last?.body.findIndex(({ text, rows }) => rows === null && ATTENDANCE.test(text)) ?? -1;
  if (last === undefined || at < 0 || readAttendance(parts.head, file).present.length > 0) return parts;
  return {
    head: [...parts.head, ...last.body.slice(at)],
    minutes: [...parts.minutes.slice(0, -1), { ...last, body: last.body.slice(0, at) }],
  };
};

/** Some papers number "Present" like their minutes. */
const attendanceOf = (
  head: readonly PrintedLine[],
  minutes: readonly MinutePart[],
  file: string,
): Attendance => {
  const found = readAttendance(head, file);
  const part = minutes
    .slice(0, 3)
    .find(({ title }) => /^(?:members |councillors )?(?:present|attendance)\b/i.test(title));
  if (found.present.length > 0 || part === undefined) return found;
  const title = { page: part.page, heading: true, label: null, rows: null, text: 'Present:' };
  return { ...found, present: readAttendance([title, ...part.body], file).present };
};

const meetingOf = (
  head: readonly PrintedLine[],
  present: readonly Fact<PrintedName>[],
  file: string,
): UnderstoodMeeting => ({
  aliases: [],
  ...readHead(head, file),
  plannedEnd: null,
  contact: null,
  published: null,
  state: null,
  members: present.map(toMember),
  items: [],
  exemptSection: null,
  documents: [],
});

const nameOf = ({ value, from, doubt }: Fact<PrintedName>): Fact<string> => ({
  value: value.name,
  from,
  doubt,
});

/** Whom both the head and a minute name is named once, where it is said first. */
const withoutRepeats = (names: readonly Fact<string>[]): readonly Fact<string>[] => {
  const first = new Map<string, Fact<string>>();
  for (const name of names) if (!first.has(name.value)) first.set(name.value, name);
  return [...first.values()];
};

const toMinute = ({ number, title, itemNumber, page, body, by }: MinutePart, file: string): Minute => {
  const paragraphs = body.flatMap((line) =>
    line.rows === null ? [lineWords(line)] : line.rows.map(rowWords),
  );
  return {
    value: {
      number,
      title,
      itemNumber,
      paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
      resolutions: readResolutions(body),
      votes: readVotes(body, title),
      truncated: paragraphs.some((paragraph) => CUT.test(paragraph)),
    },
    from: { file, page, quote: quoteOf([number, title].filter(Boolean).join(' ')) },
    doubt: by === 'heading' || by === 'short line' ? 'guessed' : null,
  };
};

const rowWords = (row: readonly string[]): string =>
  row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ');
