import type { Doubt, Fact } from '../../domain/understood.ts';
import { bareName, type NamedMeeting } from './file-name.ts';
import { factAt } from './paper.ts';
import { isDateAlone, type PrintedDate, printedDates } from '../when/printed-dates.ts';
import { type PrintedTime, printedTimes } from '../when/printed-times.ts';
import type { SheetLine } from './sheet-lines.ts';

export interface MeetingTimes {
  /** `2025-01-30`. */
  readonly date: Fact<string> | null;
  /** `2025-01-30T10:00`; null where no time is printed nor named. */
  readonly start: Fact<string> | null;
  readonly plannedEnd: Fact<string> | null;
}

/** A date on the front sheet, and how much speaks for its being the meeting's. */
interface Candidate extends PrintedDate {
  readonly line: SheetLine;
  readonly lineAt: number;
  readonly weight: number;
}

const NEVER = -100;
const SURE = 20;
const ENDS =
  /\b(?:end|finish|conclude|close)(?:s|ing)?\s(?:by|at|before|around|no later than)\s(?:about\s|approximately\s)?/i;
const TIME_LABEL =
  /^(?:start(?:ing)? |meeting )?time\b(?: of meeting)?|^(?:commencing |starting |to start )?at\b|^commencing\b/i;

/** Date, start and end of the meeting by the lines above the agenda; the file's name fills what they leave open. */
export const meetingTimes = (file: string, head: readonly SheetLine[], named: NamedMeeting): MeetingTimes => {
  const isLetter = head.some(({ text }) => /^dear\b/i.test(text));
  const chosen = candidates(head, named, isLetter)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ weight }) => weight > 0);
  if (chosen === undefined) return namedTimes(file, named);
  const date = factAt(file, chosen.date, placeOf(chosen.line), dateDoubt(chosen, named));
  const time = timeNear(head, chosen);
  const start = startOf(file, date, time, named);
  return { date, start, plannedEnd: endOf(file, head, date, time) };
};

const candidates = (
  head: readonly SheetLine[],
  named: NamedMeeting,
  isLetter: boolean,
): readonly Candidate[] =>
  head.flatMap((line, lineAt) =>
    printedDates(line.text).map((date) => ({
      ...date,
      line,
      lineAt,
      weight: weightOf(line, date, isLetter) + besideTime(head, lineAt) + (date.date === named.date ? 30 : 0),
    })),
  );

/** A letter's day stands alone, the meeting's beside its time. */
const besideTime = (head: readonly SheetLine[], at: number): number =>
  [head[at - 1], head[at + 1]].some((line) => line !== undefined && labelledTime([line]) !== null) ? 12 : 0;

const weightOf = (line: SheetLine, date: PrintedDate, isLetter: boolean): number => {
  const before = line.text.slice(Math.max(0, date.at - 200), date.at);
  const after = line.text.slice(date.end, date.end + 60);
  if (/\bminutes\b|\b(?:previous|last) meeting\b/i.test(before)) return NEVER;
  if (
    /\b(?:published|publication|despatch(?:ed)?|dispatched|issued|dated|deadline|no later than|by)\b[^.]{0,40}$/i.test(
      before,
    )
  ) {
    return NEVER;
  }
  const label = labelWeight(before, isLetter);
  return (
    10 +
    label +
    (isDateAlone(line.text) ? 10 : 0) +
    (printedTimes(after).length > 0 || printedTimes(before).some(({ isCertain }) => isCertain) ? 40 : 0) +
    (/\b(?:held|take place|convened|summoned|meeting)\b.{0,190}\bon:?\s*(?:the\s)?$/i.test(before) ? 40 : 0) +
    (/\p{L}\s*[-–—,]\s*$/u.test(before) && after.trim() === '' ? 25 : 0) +
    (/^\s*meeting\b/i.test(after) ? 25 : 0)
  );
};

const labelWeight = (before: string, isLetter: boolean): number => {
  if (/\b(?:date of (?:the )?meeting|meeting date|date (?:and|&) time|date\/time)\s*[:-]?\s*$/i.test(before))
    return 35;
  // A letter is dated on the day it was written.
  if (/\b(?:date|on|when)\s*[:-]\s*$/i.test(before)) return isLetter ? -30 : 15;
  return 0;
};

const dateDoubt = (chosen: Candidate, named: NamedMeeting): Doubt | null => {
  if (!chosen.fitsWeekday || (named.date !== null && named.date !== chosen.date)) return 'disagrees';
  return chosen.weight < SURE ? 'guessed' : null;
};

interface TimeAt {
  readonly line: SheetLine;
  readonly time: PrintedTime;
}

const timeNear = (head: readonly SheetLine[], chosen: Candidate): TimeAt | null => {
  const times = printedTimes(chosen.line.text);
  const own = times.find(({ at }) => at >= chosen.end) ?? times.find(({ isCertain }) => isCertain);
  if (own !== undefined) return { line: chosen.line, time: own };
  const near = head.filter((_, at) => Math.abs(at - chosen.lineAt) <= 3);
  return labelledTime(near) ?? labelledTime(head);
};

/** "Time: 19.30", "at 7.30 pm", or a line that is a time and nothing else. */
const labelledTime = (lines: readonly SheetLine[]): TimeAt | null => {
  for (const line of lines) {
    const [time] = printedTimes(line.text);
    if (time === undefined) continue;
    const isAlone = time.isCertain && line.text.length <= time.end - time.at + 3;
    // "7.00 pm, Council Chamber" begins with it.
    const isFirst =
      time.isCertain && time.at === 0 && /^\s*(?:[,–-]|in\b|at\b)/i.test(line.text.slice(time.end));
    if (isAlone || isFirst || TIME_LABEL.test(line.text)) return { line, time };
    const cell = line.cells.find(
      (text, at) => TIME_LABEL.test(line.cells[at - 1] ?? '') && printedTimes(text).length > 0,
    );
    if (cell !== undefined) return { line, time: printedTimes(cell)[0] ?? time };
  }
  return null;
};

const startOf = (
  file: string,
  date: Fact<string>,
  found: TimeAt | null,
  named: NamedMeeting,
): Fact<string> | null => {
  if (found !== null) {
    const differs = named.time !== null && named.date === date.value && named.time !== found.time.time;
    const place = { page: found.line.page, quote: quoteOf(date, found.line) };
    return factAt(file, `${date.value}T${found.time.time}`, place, differs ? 'disagrees' : date.doubt);
  }
  if (named.time === null || named.date !== date.value) return null;
  return factAt(file, `${date.value}T${named.time}`, { page: null, quote: bareName(file) }, 'guessed');
};

const endOf = (
  file: string,
  head: readonly SheetLine[],
  date: Fact<string>,
  start: TimeAt | null,
): Fact<string> | null => {
  if (start !== null) {
    const next = printedTimes(start.line.text).find(({ at }) => at > start.time.at);
    const between = start.line.text.slice(start.time.end, next?.at);
    if (next !== undefined && /^\s*(?:-|–|—|to|until)\s*$/i.test(between)) {
      return factAt(file, `${date.value}T${next.time}`, placeOf(start.line));
    }
  }
  for (const line of head) {
    const said = ENDS.exec(line.text);
    const rest = said === null ? '' : line.text.slice(said.index + said[0].length);
    const time = printedTimes(rest).find(({ at }) => at === 0);
    if (time !== undefined) return factAt(file, `${date.value}T${time.time}`, placeOf(line));
  }
  return null;
};

const namedTimes = (file: string, named: NamedMeeting): MeetingTimes => {
  const place = { page: null, quote: bareName(file) };
  const { date, time } = named;
  return {
    date: date === null ? null : factAt(file, date, place, 'guessed'),
    start: date === null || time === null ? null : factAt(file, `${date}T${time}`, place, 'guessed'),
    plannedEnd: null,
  };
};

const quoteOf = (date: Fact<string>, line: SheetLine): string =>
  date.from.quote === line.text ? line.text : `${date.from.quote} ${line.text}`;

const placeOf = (line: SheetLine): { readonly page: number; readonly quote: string } => ({
  page: line.page,
  quote: line.text,
});
