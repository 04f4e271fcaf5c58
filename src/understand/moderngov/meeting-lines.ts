import { countsOf, loneNumber, stepBetween } from './item-number.ts';
import { headedSection } from './item-sections.ts';
import { tidy, withoutFileSize } from './text-of.ts';

/** A numbered item of a page that was copied as plain text, with its lines. */
export interface ItemLines {
  readonly number: string;
  /** As it stands, with what the page adds to it. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** A copied page in parts. */
export interface MeetingLines {
  readonly head: readonly string[];
  readonly items: readonly ItemLines[];
}

const MOST_LINES = 100_000;
// What stands before the title in the same line: a tab of a copied table, or, where nothing else is there, a full stop.
const BEFORE_TAB = /^(\S{1,16}(?: ?\([a-z]{1,4}\))?)\s{0,3}\t\s*(\S.*)$/iu;
const BEFORE_STOP = /^(\d{1,4}(?:\/\d{2,4})?[a-z]?)[.)] {1,10}(\S.*)$/iu;
// Numbers go up; a far larger one is a figure within the text.
const LARGEST_STEP = 20;

/** Takes a copied page apart by the numbers that stand alone on a line, or before a tab. */
export const splitMeetingLines = (text: string): MeetingLines => {
  const lines = text.split(/\r\n|\r|\n/u, MOST_LINES).map((line) => line.replaceAll('\u00A0', ' ').trim());
  const table = lines.findIndex(isTableHead);
  const marked = keepInOrder(
    lines.flatMap((_, index) => (index > table ? (startOfItem(lines, index) ?? []) : [])),
  );
  const starts = marked.length > 0 || !lines.some(isColumnHead) ? marked : startsInLines(lines, table);
  return {
    head: lines.slice(0, starts[0]?.first),
    items: starts.map(({ number, title, last }, index) => ({
      number,
      title,
      lines: lines.slice(last + 1, starts[index + 1]?.first),
    })),
  };
};

/** The words over a page's table of items, in English and Welsh. */
export const isTableHead = (line: string): boolean =>
  /^(?:items|eitemau|no\.?\s*item|rhif\s*eitem)$/iu.test(tidy(line));

const isColumnHead = (line: string): boolean => /^(?:no\.?\s*item|rhif\s*eitem)$/iu.test(tidy(line));

/** Whether a text is such a page: numbered items, and words that ModernGov puts beside them. */
export const isNumberedMeeting = ({ head, items }: MeetingLines): boolean =>
  items.length > 0 &&
  (head.some(isTableHead) ||
    items.some(({ title, lines }) => hasFileSize(title) || lines.some((line) => isSign(line))));

const isSign = (line: string): boolean => headedSection(line) !== null || hasFileSize(line);

const hasFileSize = (line: string): boolean => withoutFileSize(line) !== line;

interface ItemStart {
  readonly number: string;
  readonly title: string;
  /** Indexes of the first and the last line that belong to the start. */
  readonly first: number;
  readonly last: number;
}

const startOfItem = (lines: readonly string[], index: number): ItemStart | null => {
  const line = lines[index] ?? '';
  const [, tabbed = '', title = ''] = BEFORE_TAB.exec(line) ?? [];
  const inFront = loneNumber(tabbed);
  if (inFront !== null) return { number: inFront, title: tidy(title), first: index, last: index };
  const number = loneNumber(line);
  if (number === null) return null;
  let next = index + 1;
  while (next < lines.length && next < index + 5 && lines[next] === '') next += 1;
  const below = tidy(lines[next] ?? '');
  // A number with nothing, another number, or a section below it heads no item.
  if (below === '' || loneNumber(below) !== null || headedSection(below) !== null) return null;
  return { number, title: below, first: index, last: next };
};

/** "1. Apologies" begins an item only where the page's table was copied without any line for its numbers. */
const startsInLines = (lines: readonly string[], table: number): readonly ItemStart[] =>
  keepInOrder(
    lines.flatMap((line, index) => {
      const [, number, title] = BEFORE_STOP.exec(line) ?? [];
      if (index < table || number === undefined || title === undefined) return [];
      return [{ number, title: tidy(title), first: index, last: index }];
    }),
  );

/** Leaves out figures of the text: numbers go up, and none is passed over that still comes. */
const keepInOrder = (starts: readonly ItemStart[]): readonly ItemStart[] => {
  const lastLine = new Map(
    starts.flatMap(({ number, first }) => countsOf(number).map((name) => [name, first])),
  );
  const kept: ItemStart[] = [];
  for (const start of starts) {
    const before = kept.at(-1);
    const follows = before === undefined || isAfter(start, before, lastLine);
    if (follows && start.first > (before?.last ?? -1)) kept.push(start);
  }
  return kept;
};

const isAfter = (start: ItemStart, before: ItemStart, lastLine: ReadonlyMap<string, number>): boolean => {
  const step = stepBetween(before.number, start.number);
  if (step === null || step.by > LARGEST_STEP) return false;
  return step.by <= 1 || (lastLine.get(step.next) ?? -1) <= start.first;
};
