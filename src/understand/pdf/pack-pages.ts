import type { PageText } from '../../domain/paper-text.ts';
import { blockText } from '../../papers/text/block-text.ts';
import type { PageContent } from '../../papers/text/page-content.ts';
import type { PdfPaper } from './paper.ts';

/** What a page of a pack says about itself. */
export interface PackPage {
  readonly page: number;
  /** The number printed on it as a page of the pack, or null. */
  readonly printed: number | null;
  /** A bare number in its running head or foot, which may count anything. */
  readonly bare: number | null;
  /** The item of "Agenda Item 7", which stands on an item's first page. */
  readonly stamp: string | null;
  readonly isFiller: boolean;
}

const STAMP =
  /^agenda\s+item(?:\s+(?:no|number)\b)?[.:]?\s+([0-9]{1,3}[a-z]?(?:\.[0-9]{1,2})?|[a-z][0-9]{0,2})\.?$/i;
const FOOT = /^page\s+(\d{1,5})$/i;
const FILLER =
  /^(?:page\s+\d{1,5}\s+)?th(?:is|e following) page (?:is|has been|was) (?:left )?(?:intentionally |deliberately )?(?:left )?blank\.?(?:\s+page\s+\d{1,5})?$/i;
const LONGEST_FILLER = 100;

/** The pages of a file as parts of a pack: all of them, or the first `count`. */
export const packPages = ({ content, text }: PdfPaper, count = Infinity): readonly PackPage[] =>
  text.text.pages.slice(0, count).map((page, at) => {
    const raw = content.pages[at];
    const lines = [
      ...(text.furniture[at] ?? []),
      ...page.blocks.map(blockText),
      ...(raw === undefined ? [] : rawTexts(raw)),
    ];
    return {
      page: page.page,
      printed: printedNumber(page, lines),
      bare: bareNumber(text.furniture[at] ?? []),
      stamp: firstOf(lines, STAMP),
      isFiller: raw !== undefined && isFiller(raw),
    };
  });

const printedNumber = (page: PageText, lines: readonly string[]): number | null => {
  const foot = firstOf(lines, FOOT);
  if (foot !== null) return Number(foot);
  return page.label !== null && /^\d{1,5}$/.test(page.label) ? Number(page.label) : null;
};

const bareNumber = (furniture: readonly string[]): number | null => {
  const found = furniture.map((line) => /^[–-]?\s?(\d{1,4})\s?[–-]?$/.exec(line.trim())?.[1]).find(Boolean);
  return found === undefined ? null : Number(found);
};

const firstOf = (lines: readonly string[], pattern: RegExp): string | null => {
  for (const line of lines) {
    const found = line.length > 60 ? undefined : pattern.exec(line.trim())?.[1];
    if (found !== undefined) return found;
  }
  return null;
};

const rawTexts = (page: PageContent): readonly string[] =>
  page.items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));

// The reading text leaves such pages empty, like those that were scanned: the PDF's own words tell.
const isFiller = (page: PageContent): boolean => {
  let words = '';
  for (const item of page.items) {
    if ('str' in item) words += `${item.str}${item.hasEOL ? ' ' : ''}`;
    if (words.length > LONGEST_FILLER * 4) return false;
  }
  const tidy = words.replace(/\s+/g, ' ').trim();
  return tidy.length <= LONGEST_FILLER && FILLER.test(tidy);
};
