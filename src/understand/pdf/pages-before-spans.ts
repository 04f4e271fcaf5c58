import { blockText } from '../../papers/text/block-text.ts';
import { packPages } from './pack-pages.ts';
import type { PdfPaper } from './paper.ts';

const SPAN = /\(\s?pages?\s(\d{1,4})\s?(?:-|–|—|to)\s?(\d{1,4})\s?\)/gi;
const MOST_SHEET_PAGES = 12;
/** One printed span may be of anything; an agenda of a pack prints more. */
const FEWEST = 2;

/**
 * How many pages stand before the first one that the front sheet's "(Pages 5 - 8)" leads to, in a file whose pages
 * are numbered so; null where its pages do not bear the numbers that it prints.
 */
export const pagesBeforeSpans = (paper: PdfPaper): number | null => {
  const firsts = printedFirsts(paper);
  if (firsts.length < FEWEST) return null;
  const pages = packPages(paper);
  const begins = firsts.map((first) =>
    pages.find(({ page, printed, bare }) => page > 1 && (printed ?? bare) === first),
  );
  const [first] = begins;
  if (first === undefined || begins.includes(undefined)) return null;
  // All of them lie behind the sheet by the same number of pages.
  const ahead = begins.map((begun, at) => (begun?.page ?? 0) - (firsts[at] ?? 0));
  return new Set(ahead).size === 1 ? first.page - 1 : null;
};

/** The first pages of the spans, which rise; empty where they do not. */
const printedFirsts = ({ text }: PdfPaper): readonly number[] => {
  const words = text.text.pages.slice(0, MOST_SHEET_PAGES).flatMap(({ blocks }) => blocks.map(blockText));
  const found = words.flatMap((line) =>
    [...line.slice(0, 8000).matchAll(SPAN)].map(([, first]) => Number(first)),
  );
  return found.every((first, at) => first > (found[at - 1] ?? 0)) ? found : [];
};
