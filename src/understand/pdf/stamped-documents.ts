import type { PackDocument, UnderstoodItem } from '../../domain/understood.ts';
import { blockText } from '../../papers/text/block-text.ts';
import { readAgenda } from './agenda.ts';
import { type PackPage, packPages } from './pack-pages.ts';
import { pagesBeforeSpans } from './pages-before-spans.ts';
import { factAt, type PdfPaper } from './paper.ts';
import { sheetLines, sheetPageCount } from './sheet-lines.ts';

/** Where a document begins, and why that is believed. */
interface Start {
  readonly page: number;
  /** As printed; null where only the pages tell that another document begins. */
  readonly itemNumber: string | null;
  readonly by: 'stamp' | 'span' | 'filler';
}

const LONGEST_TITLE = 150;

/**
 * The documents of a pack without bookmarks. An item's papers begin at its stamp ("Agenda Item 7"), or on the
 * page that the front sheet prints for it; within them a blank filler page ends a document.
 */
export const stampedDocuments = (paper: PdfPaper): readonly PackDocument[] => {
  const pages = packPages(paper);
  const sheet = sheetPageCount(paper);
  const { items } = readAgenda(paper.file, sheetLines(paper));
  const behind = pages.filter(({ page }) => page > sheet);
  const stamped = behind.filter(({ stamp }) => stamp !== null);
  if (sheet >= pages.length || (stamped.length === 0 && pagesBeforeSpans(paper) === null)) return [];
  const starts = documentStarts(behind, items, pageOffset(behind, sheet));
  const documents = starts.map((start, at) => {
    const last = (starts[at + 1]?.page ?? pages.length + 1) - 1;
    return documentAt(paper, start, last, items, pages);
  });
  return [sheetDocument(paper, sheet, pages), ...documents];
};

/** How far the PDF's page numbers are ahead of the printed ones: what most pages say. */
const pageOffset = (pages: readonly PackPage[], sheetPages: number): number => {
  const votes = new Map<number, number>();
  for (const { page, printed, bare } of pages) {
    const number = printed ?? bare;
    if (number !== null) votes.set(page - number, (votes.get(page - number) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best === undefined ? sheetPages : best[0];
};

const documentStarts = (
  pages: readonly PackPage[],
  items: readonly UnderstoodItem[],
  offset: number,
): readonly Start[] => {
  const starts = new Map<number, Start>();
  let current: string | null = null;
  for (const { page, stamp } of pages) {
    // A running head that repeats the number begins nothing.
    if (stamp !== null && stamp !== current) starts.set(page, { page, itemNumber: stamp, by: 'stamp' });
    current = stamp ?? current;
  }
  for (const { pages: span, number } of items) {
    const page = span === null ? 0 : span.value.first + offset;
    const isThere = pages.some((other) => other.page === page);
    if (number !== null && isThere && !starts.has(page))
      starts.set(page, { page, itemNumber: number, by: 'span' });
  }
  for (const [at, { page }] of pages.entries()) {
    const isNew = at === 0 || (pages[at - 1]?.isFiller === true && pages[at]?.isFiller === false);
    if (isNew && !starts.has(page)) starts.set(page, { page, itemNumber: null, by: 'filler' });
  }
  return [...starts.values()].toSorted((a, b) => a.page - b.page).reduce<readonly Start[]>(inheritItem, []);
};

const inheritItem = (before: readonly Start[], start: Start): readonly Start[] => [
  ...before,
  start.itemNumber === null ? { ...start, itemNumber: before.at(-1)?.itemNumber ?? null } : start,
];

const documentAt = (
  paper: PdfPaper,
  start: Start,
  last: number,
  items: readonly UnderstoodItem[],
  pages: readonly PackPage[],
): PackDocument => {
  const item =
    start.by === 'filler' ? undefined : items.find(({ number }) => isSameNumber(number, start.itemNumber));
  const opening = openingWords(paper, start.page) ?? `Page ${start.page}`;
  const quote =
    start.by === 'stamp' ? `Agenda Item ${start.itemNumber ?? ''}` : (item?.pages?.from.quote ?? opening);
  const title = item?.title.value ?? opening;
  const doubt = start.by === 'stamp' && item !== undefined ? null : 'guessed';
  const isPart = start.by === 'filler' && start.itemNumber !== null;
  return {
    title: factAt(paper.file, title, { page: start.page, quote }, doubt),
    itemNumber: item?.number ?? start.itemNumber,
    depth: isPart ? 1 : 0,
    first: start.page,
    last,
    fillers: fillersWithin(pages, start.page, last),
    kind: isPart || /^(?:appendi(?:x|ces)|annexe?)\b/i.test(title) ? 'appendix' : 'report',
  };
};

const sheetDocument = (paper: PdfPaper, last: number, pages: readonly PackPage[]): PackDocument => ({
  title: factAt(paper.file, 'Agenda', { page: 1, quote: openingWords(paper, 1) ?? '' }),
  itemNumber: null,
  depth: 0,
  first: 1,
  last,
  fillers: fillersWithin(pages, 1, last),
  kind: 'agenda',
});

const isSameNumber = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

const fillersWithin = (pages: readonly PackPage[], first: number, last: number): readonly number[] =>
  pages.filter(({ page, isFiller }) => isFiller && page >= first && page <= last).map(({ page }) => page);

/** The first words of a page that are not its stamp: its heading where it has one near the top. */
const openingWords = (paper: PdfPaper, page: number): string | null => {
  const blocks = paper.text.text.pages[page - 1]?.blocks.slice(0, 4) ?? [];
  const spoken = blocks.filter((block) => !/^(?:agenda item\b.{0,12}|page \d+)$/i.test(blockText(block)));
  const chosen = spoken.find(({ kind }) => kind === 'heading') ?? spoken[0];
  const words = chosen === undefined ? '' : blockText(chosen).trim();
  return words === '' ? null : words.slice(0, LONGEST_TITLE);
};
