import type { Fact } from '../../domain/understood.ts';
import { factAt } from './paper.ts';
import { isDateAlone, printedDates } from '../when/printed-dates.ts';
import { printedTimes } from '../when/printed-times.ts';
import type { SheetLine } from './sheet-lines.ts';

const LABEL =
  /^(?:(?:proposed |meeting )?venue|(?:meeting )?location|place(?: of meeting)?|where|held (?:at|in))\s*:?(?=\s|$)\s*[-–]?\s*/i;
const HELD = /\b(?:held|take place|convened?)\s(?:virtually\s|remotely\s)?(?:in|at|via|on)\s(.{4,200})/i;
const OTHER_LABEL =
  /^(?:ask for|telephone|tel|phone|e-?mail|contact|direct (?:dial|line)|date|time|committee|membership|members|quorum|to|dear|agenda|chair(?:man)?|clerk|enquiries|officer|published|webcast)\b.{0,30}:|^(?:agenda|membership|ask for:?|telephone:?|dear\b.{0,40})$/i;
const PLACE =
  /\b(?:chambers?|hall|house|rooms?|centre|suite|guildhall|offices|theatre|library|school|college|building|street|road|square|headquarters|civic|church|pavilion|hotel|teams|zoom|virtual(?:ly)?|remote(?:ly)?|online|hybrid)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/i;
const LONGEST = 250;

/** Where the meeting is held. `date` is the words that its date was read from, for venues printed beside it. */
export const meetingVenue = (
  file: string,
  head: readonly SheetLine[],
  date: string | null,
): Fact<string> | null =>
  labelledVenue(file, head) ?? venueInSentence(file, head) ?? venueByDate(file, head, date);

const labelledVenue = (file: string, head: readonly SheetLine[]): Fact<string> | null => {
  for (const [at, line] of head.entries()) {
    const cell = line.cells.findIndex((text) => LABEL.test(text));
    if (cell < 0) continue;
    const own = (line.cells[cell] ?? '').replace(LABEL, '').replace(/^[:\s]+/, '');
    const isLabel = own === '';
    // "Where the public may sit" is a sentence, not a label.
    if (!isLabel && !/^[^:]{4,25}:/.test(line.cells[cell] ?? '')) continue;
    const beside = isLabel ? (line.cells[cell + 1] ?? '') : own;
    const lines = beside === '' ? continued('', head, at + 1) : continued(beside, head, at + 1);
    if (isPlaceText(lines)) return factAt(file, lines, { page: line.page, quote: quoteOf(line, lines) });
  }
  return null;
};

const quoteOf = (line: SheetLine, venue: string): string =>
  line.text.includes(venue) ? line.text : `${line.text} ${venue}`;

/** A venue goes on over lines as long as they end in a comma. */
const continued = (first: string, head: readonly SheetLine[], from: number): string => {
  let venue = first;
  for (const line of head.slice(from, from + 5)) {
    if (venue !== '' && !venue.endsWith(',')) break;
    if (OTHER_LABEL.test(line.text) || printedDates(line.text).length > 0) break;
    venue = `${venue} ${line.cells[0] ?? ''}`.trim();
  }
  return tidyVenue(venue);
};

const venueInSentence = (file: string, head: readonly SheetLine[]): Fact<string> | null => {
  for (const line of head) {
    const rest = HELD.exec(line.text)?.[1] ?? afterDate(line.text);
    if (rest === undefined || /\bminutes\b/i.test(line.text.slice(0, 40))) continue;
    // "Held on Tuesday 10 March in the Village Hall": the place may come after the day.
    const later = [...rest.matchAll(/\b(?:in|at|via)\s/gi)].map((found) =>
      rest.slice(found.index + found[0].length),
    );
    const venue = [rest, ...later].map(beforeTime).find((text) => isPlaceText(text) && PLACE.test(text));
    if (venue !== undefined) return factAt(file, venue, { page: line.page, quote: line.text });
  }
  return null;
};

/** "A meeting of the Council on Monday 10 March 2025 in the Village Hall": what comes after the day. */
const afterDate = (text: string): string | undefined => {
  const [date] = printedDates(text);
  if (date === undefined) return undefined;
  const told = /^,?\s(?:from|at) .{3,20}?\s(?:in|at|via)\s(?:the\s)?(\D.{3,200})/i.exec(
    text.slice(date.end),
  )?.[1];
  if (told !== undefined || !/\bmeeting\b/i.test(text.slice(0, date.at))) return told;
  return /^,?\s(?:at .{3,20}?\s)?(?:in|at|via)\s(?:the\s)?(\D.{3,200})/i.exec(text.slice(date.end))?.[1];
};

/** A place up to where its sentence speaks of a day or a time. */
const beforeTime = (text: string): string => {
  const ends = [
    printedDates(text)[0]?.at,
    printedTimes(text)[0]?.at,
    /\.(?:\s|$)/.exec(text)?.index,
    /,?\s(?:commencing|starting|beginning|for the purpose|to (?:consider|transact|discuss)|when the)\b/i.exec(
      text,
    )?.index,
  ];
  const cut = text.slice(0, Math.min(...ends.map((end) => end ?? text.length)));
  return tidyVenue(cut.replace(/(?:,?\s(?:on|at|from)(?:\sthe)?){1,3}\s*$/i, ''));
};

/** Under the date in the same column, or on a line beside it that names a place. */
const venueByDate = (file: string, head: readonly SheetLine[], date: string | null): Fact<string> | null => {
  const at = head.findIndex((line) => date !== null && line.text === date);
  if (at < 0) return null;
  const after = head.slice(at + 1, at + 4);
  const before = head.slice(Math.max(0, at - 2), at).toReversed();
  const own =
    head[at]?.cells.map((cell) => (printedDates(cell).length === 0 ? cell : behindWhen(cell))) ?? [];
  for (const line of after) {
    const under = underDate(head[at], line);
    if (under !== null) return factAt(file, tidyVenue(under), { page: line.page, quote: line.text });
  }
  for (const [line, cells] of [
    [head[at], own] as const,
    ...[...after, ...before].map((line) => [line, line.cells] as const),
  ]) {
    const cell = cells.map(behindTime).find((text) => isPlaceLine(text));
    if (line !== undefined && cell !== undefined) {
      const venue = continued(cell, head, head.indexOf(line) + 1);
      return factAt(file, venue, { page: line.page, quote: line.text }, 'guessed');
    }
  }
  return null;
};

/** "Tuesday 4 March 2025, 6.30 pm - Town Hall": what stands behind day and time. */
const behindWhen = (cell: string): string => {
  const ends = [...printedDates(cell), ...printedTimes(cell)].map(({ end }) => end);
  return /^\s*(?:[-–—,|]\s*|(?=\p{Lu}))(.*)$/u.exec(cell.slice(Math.max(...ends)))?.[1] ?? '';
};

/** "7.00 pm, Council Chamber". */
const behindTime = (cell: string): string => {
  const [time] = printedTimes(cell);
  return time?.at === 0 ? cell.slice(time.end).replace(/^[\s,–-]+(?:in|at)?\b\s?/i, '') : cell;
};

const underDate = (dated: SheetLine | undefined, line: SheetLine): string | null => {
  const column = dated?.columns?.findIndex((cell) => printedDates(cell).length > 0) ?? -1;
  const under = column < 0 ? undefined : line.columns?.[column];
  return under !== undefined && isPlaceLine(under) ? under : null;
};

const isPlaceLine = (text: string): boolean =>
  PLACE.test(text) &&
  isPlaceText(text) &&
  !/\b(?:committee(?! (?:rooms?|suite)\b)|board(?!room)|panel|members|agenda|items?|public)\b|@/i.test(text);

const isPlaceText = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= LONGEST &&
  /\p{L}{3}/u.test(text) &&
  !OTHER_LABEL.test(text) &&
  !isDateAlone(text);

// "The Pavilion" is its name, "the Council Chamber" is where it is.
const tidyVenue = (venue: string): string =>
  venue
    .replace(/\s\((?:watch|view|click|please|this|live|hybrid|map)\b[^)]{0,100}\)?\s*$/i, '')
    .replace(/[\s,.;-]+$/, '')
    .replace(/^(?:in|at)\s/i, '')
    .replace(/^the\s/, '')
    .trim();
