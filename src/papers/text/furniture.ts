import type { TextLine } from './geometry-lines.ts';
import { joinRuns } from './join-runs.ts';

/** A page's height and the lines on it that no tag claims. */
export interface LoosePage {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Share of the page's height in which running heads and feet stand. */
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
  return pages.map(
    (page) =>
      new Set(
        page.lines.filter((line) => {
          const artifact = line.runs.some((run) => run.artifact);
          const returns = (places.get(keyOf(line)) ?? 0) >= FEWEST_PAGES;
          if (!isNearEdge(line, page.height)) return artifact && returns;
          return artifact || returns || PAGE_STAMP.test(joinRuns(line.runs));
        }),
      ),
  );
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

const isNearEdge = (line: TextLine, height: number): boolean =>
  line.y > height * (1 - MARGIN) || line.y < height * MARGIN;

const keyOf = (line: TextLine): string =>
  `${Math.round(line.y / 4)} ${joinRuns(line.runs).replace(/\d+/g, '#')}`;
