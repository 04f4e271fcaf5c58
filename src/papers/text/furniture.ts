import type { TextLine } from './geometry-lines.ts';
import { joinRuns } from './join-runs.ts';

/** A page's size and the lines on it that no tag claims. */
export interface LoosePage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Share of the page's height, or of its width for lines that run up or down it, in which running heads and feet stand. */
const MARGIN = 0.12;
const FEWEST_PAGES = 3;
const PAGE_STAMP = /^(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s+of\s+\d{1,4})?$/i;

/**
 * Running heads and feet of each page: lines near the edge that come back on other pages at the same
 * height, digits aside; page numbers; and what the file itself calls furniture, near the edge.
 */
export const furniture = (pages: readonly LoosePage[]): readonly ReadonlySet<TextLine>[] => {
  const places = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.lines.map((line) => keyOf(line)));
    for (const key of keys) places.set(key, (places.get(key) ?? 0) + 1);
  }
  return pages.map((page) => {
    const reach = reachOf(page.lines);
    return new Set(
      page.lines.filter((line) => {
        const returns = (places.get(keyOf(line)) ?? 0) >= FEWEST_PAGES && /\p{L}/u.test(joinRuns(line.runs));
        if (!isNearEdge(line, page)) return isArtifact(line) && returns;
        return isArtifact(line) || returns || isStamp(line, reach);
      }),
    );
  });
};

/** The heights between which a page's lines stand. */
interface Reach {
  readonly lowest: number;
  readonly highest: number;
}

const reachOf = (lines: readonly TextLine[]): Reach => ({
  lowest: lines.reduce((least, { y }) => Math.min(least, y), Infinity),
  highest: lines.reduce((most, { y }) => Math.max(most, y), -Infinity),
});

const isArtifact = (line: TextLine): boolean =>
  line.runs.every((run) => run.artifact || run.text.trim() === '');

/** "Page 12", or a bare number with nothing outside it: a figure at the foot of a table is not the page's number. */
const isStamp = (line: TextLine, { lowest, highest }: Reach): boolean => {
  const text = joinRuns(line.runs);
  if (/^page\s/i.test(text)) return PAGE_STAMP.test(text);
  if (isTurned(line)) return false;
  // A capital letter by itself is a mark in a table more often than a number.
  if (!PAGE_STAMP.test(text) || /^[A-Z]$/.test(text)) return false;
  return line.y - 1 <= lowest || line.y + 1 >= highest;
};

/** The page number printed in a running head or foot, or null. "Page 12" is believed before a bare number. */
export const printedLabel = (lines: Iterable<TextLine>): string | null => {
  const texts = [...lines].map((line) => joinRuns(line.runs));
  for (const text of texts) {
    const named = /\bpage\s+(\d{1,4}|[ivxl]{1,6})(?:\s+of\s+\d{1,4})?$/i.exec(text);
    if (named?.[1] !== undefined) return named[1];
  }
  return texts.find((text) => /^(?:\d{1,4}|[ivxl]{1,6})$/i.test(text)) ?? null;
};

const isNearEdge = (line: TextLine, { width, height }: LoosePage): boolean =>
  isTurned(line) ? isOutside(line.left, width) : isOutside(line.y, height);

const isOutside = (at: number, size: number): boolean => at > size * (1 - MARGIN) || at < size * MARGIN;

const isTurned = (line: TextLine): boolean => line.runs.every((run) => run.turned || run.text.trim() === '');

const keyOf = (line: TextLine): string =>
  `${Math.round(line.y / 4)} ${joinRuns(line.runs).replace(/\d+/g, '#')}`;
