import { sectionNamed } from './item-sections.ts';
import { tidy } from './text-of.ts';

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
const NUMBER = /^(\d{1,4}[a-z]?)\.?$/iu;
const WITH_TITLE = /^(\d{1,4}[a-z]?)\.?\t\s*(\S.*)$/iu;
// Numbers go up; a far larger one is a figure within the text.
const LARGEST_STEP = 20;

/** Takes a copied page apart by the numbers that stand alone on a line, or before a tab. */
export const splitMeetingLines = (text: string): MeetingLines => {
  const lines = text.split(/\r\n|\r|\n/u, MOST_LINES).map((line) => line.replaceAll('\u00A0', ' ').trim());
  const head: string[] = [];
  const items: { number: string; title: string; lines: string[] }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const start = startOfItem(lines, index, items.at(-1)?.number ?? null);
    if (start !== null) {
      items.push({ number: start.number, title: start.title, lines: [] });
      index = start.last;
    } else (items.at(-1)?.lines ?? head).push(line);
  }
  return { head, items };
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

const hasFileSize = (line: string): boolean => /\bPDF \d[\d.,]* ?[KMG]?B$/u.test(line);

interface ItemStart {
  readonly number: string;
  readonly title: string;
  /** Index of the last line that belongs to the start. */
  readonly last: number;
}

const startOfItem = (lines: readonly string[], index: number, before: string | null): ItemStart | null => {
  const line = lines[index] ?? '';
  const [, tabbed, title] = WITH_TITLE.exec(line) ?? [];
  if (tabbed !== undefined && title !== undefined)
    return follows(tabbed, before) ? { number: tabbed, title: tidy(title), last: index } : null;
  const number = NUMBER.exec(line)?.[1];
  if (number === undefined || !follows(number, before)) return null;
  let next = index + 1;
  while (next < lines.length && next < index + 5 && lines[next] === '') next += 1;
  const below = tidy(lines[next] ?? '');
  // A number with nothing, another number, or a section below it heads no item.
  if (below === '' || NUMBER.test(below) || sectionNamed(below) !== null) return null;
  return { number, title: below, last: next };
};

const follows = (number: string, before: string | null): boolean => {
  if (before === null) return true;
  const step = Number.parseInt(number, 10) - Number.parseInt(before, 10);
  return step > 0 ? step <= LARGEST_STEP : step === 0 && number.toLowerCase() > before.toLowerCase();
};
