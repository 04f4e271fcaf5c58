import { sectionNamed } from './item-sections.ts';
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
const NUMBER = /^(\d{1,4}(?:\.\d{1,2})?[a-z]?)\.?$/iu;
const WITH_TITLE = /^(\d{1,4}(?:\.\d{1,2})?[a-z]?)\.?\t\s*(\S.*)$/iu;
// "6.10" comes after "6.9", and "6b" after "6a".
const byNumber = new Intl.Collator('en', { numeric: true });
// Numbers go up; a far larger one is a figure within the text.
const LARGEST_STEP = 20;

/** Takes a copied page apart by the numbers that stand alone on a line, or before a tab. */
export const splitMeetingLines = (text: string): MeetingLines => {
  const lines = text.split(/\r\n|\r|\n/u, MOST_LINES).map((line) => line.replaceAll('\u00A0', ' ').trim());
  const starts = keepInOrder(lines.flatMap((_, index) => startOfItem(lines, index) ?? []));
  return {
    head: lines.slice(0, starts[0]?.first),
    items: starts.map(({ number, title, last }, index) => ({
      number,
      title,
      lines: lines.slice(last + 1, starts[index + 1]?.first),
    })),
  };
};

/** Whether a text is such a page: numbered items, and words that ModernGov puts beside them. */
export const isMeetingText = (text: string): boolean => {
  const { head, items } = splitMeetingLines(text);
  if (items.length === 0) return false;
  return (
    head.some((line) => /^(?:items|no\.\s*item)$/iu.test(tidy(line))) ||
    items.some(({ title, lines }) => hasFileSize(title) || lines.some((line) => isSign(line)))
  );
};

const isSign = (line: string): boolean => sectionNamed(line) !== null || hasFileSize(line);

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
  const [, tabbed, title] = WITH_TITLE.exec(line) ?? [];
  if (tabbed !== undefined && title !== undefined)
    return { number: tabbed, title: tidy(title), first: index, last: index };
  const number = NUMBER.exec(line)?.[1];
  if (number === undefined) return null;
  let next = index + 1;
  while (next < lines.length && next < index + 5 && lines[next] === '') next += 1;
  const below = tidy(lines[next] ?? '');
  // A number with nothing, another number, or a section below it heads no item.
  if (below === '' || NUMBER.test(below) || sectionNamed(below) !== null) return null;
  return { number, title: below, first: index, last: next };
};

/** Leaves out figures of the text: numbers go up, and none is passed over that still comes. */
const keepInOrder = (starts: readonly ItemStart[]): readonly ItemStart[] => {
  const lastLine = new Map(starts.map(({ number, first }) => [Number.parseInt(number, 10), first]));
  const kept: ItemStart[] = [];
  for (const start of starts) {
    const before = kept.at(-1);
    const next = before === undefined ? 0 : Number.parseInt(before.number, 10) + 1;
    const stillComes = before !== undefined && (lastLine.get(next) ?? -1) > start.first;
    const follows = before === undefined || isAfter(start, before, stillComes);
    if (follows && start.first > (before?.last ?? -1)) kept.push(start);
  }
  return kept;
};

const isAfter = (start: ItemStart, before: ItemStart, nextStillComes: boolean): boolean => {
  const step = Number.parseInt(start.number, 10) - Number.parseInt(before.number, 10);
  if (step === 0) return byNumber.compare(start.number, before.number) > 0;
  return step > 0 && step <= LARGEST_STEP && (step === 1 || !nextStillComes);
};
