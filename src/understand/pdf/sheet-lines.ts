import type { PageText, TextBlock } from '../../domain/paper-text.ts';
import { blockText } from '../../papers/text/block-text.ts';
import { strongFonts } from '../../papers/text/text-run.ts';
import { isTagged, printedRows } from './geometry-sheet.ts';
import { labelsBesideValues } from './labelled-columns.ts';
import { listsApart } from './lists-apart.ts';
import { type PackPage, packPages } from './pack-pages.ts';
import { labelledParts } from './labelled-parts.ts';
import { pagesBeforeSpans } from './pages-before-spans.ts';
import type { PdfPaper } from './paper.ts';
import { lineOfCells, type SheetLine } from './sheet-line.ts';

export type { SheetLine } from './sheet-line.ts';

const MOST_PAGES = 20;
const MOST_LINES = 2000;
const LONGEST = 8000;
const MOST_PARAGRAPHS = 200;

/** The lines of the front sheet: a whole file that is one, or the first pages of a pack. */
export const sheetLines = (paper: PdfPaper): readonly SheetLine[] => {
  const strong = strongFonts(paper.content.pages);
  const lines = paper.text.text.pages
    .slice(0, sheetPageCount(paper))
    .flatMap((page, at) => pageLines(paper, page, at, strong));
  return labelsBesideValues(listsApart(lines.slice(0, MOST_LINES)));
};

/** By its tags, or else line by line: without tags a list of short lines reads like a paragraph. */
const pageLines = (
  { content, text }: PdfPaper,
  { page, blocks }: PageText,
  at: number,
  strong: ReadonlySet<string>,
): readonly SheetLine[] => {
  const raw = content.pages[at];
  if (blocks.length === 0) return [];
  if (raw === undefined || isTagged(raw)) return blocks.flatMap((block) => blockLines(page, block));
  const rows = printedRows(raw, strong, new Set(text.furniture[at]));
  return rows.map(({ cells, lefts, rights, strong }) => ({
    ...lineOfCells(page, cells.map(tidy)),
    columns: null,
    lefts,
    rights,
    isHeading: strong,
  }));
};

/** How many pages at the beginning are the front sheet, a filler after it included. */
export const sheetPageCount = (paper: PdfPaper): number => {
  const all = paper.text.text.pages.length;
  const opened = Math.min(
    afterBookmark(paper),
    afterStamp(packPages(paper, MOST_PAGES + 2)),
    pagesBeforeSpans(paper) ?? Infinity,
  );
  return Math.min(opened, all, MOST_PAGES);
};

/** Pages before the first bookmark that leads past page 1. Only a pack's bookmarks begin with its agenda. */
const afterBookmark = ({ content: { outline } }: PdfPaper): number => {
  const [first] = outline;
  if (first === undefined || !isAgendaBookmark(first.title)) return Infinity;
  const next = outline.find(({ page }) => page !== null && page > 1);
  return next?.page === undefined || next.page === null ? Infinity : next.page - 1;
};

/** Whether a bookmark leads to a pack's front sheet. */
export const isAgendaBookmark = (title: string): boolean =>
  /^(?:agenda|front ?sheet|agenda front ?sheet|supplement(?:ary agenda)?)\b.{0,40}$/i.test(title.trim());

const afterStamp = (pages: readonly PackPage[]): number => {
  // A front sheet stands under no item: this is a single paper with a running head.
  if (pages[0]?.stamp !== null) return Infinity;
  const stamped = pages.find(({ page, stamp }) => page > 1 && stamp !== null);
  // The pack's own numbers begin behind the front sheet.
  const numbered = pages.find(
    ({ page, printed }, at) => page > 1 && printed === 1 && pages[at + 1]?.printed === 2,
  );
  return Math.min(
    stamped === undefined ? Infinity : stamped.page - 1,
    numbered === undefined ? Infinity : numbered.page - 1,
  );
};

const blockLines = (page: number, block: TextBlock): readonly SheetLine[] => {
  if (block.kind === 'figure') return [];
  if (block.kind === 'table') return block.rows.flatMap((row) => rowLines(page, row));
  const text = tidy(blockText(block));
  if (text === '') return [];
  const parts = labelledParts(text);
  if (parts.length > 1)
    return parts.map((part) => ({ ...lineOfCells(page, [part]), columns: null, isHeading: false }));
  const label = block.kind === 'item' ? block.label : block.kind === 'paragraph' ? block.number : null;
  const lead = block.kind === 'paragraph' ? block.lead : null;
  const rest = block.kind === 'heading' ? text : tidy(block.text);
  return [
    { page, text, cells: [text], columns: null, label, lead, rest, isHeading: block.kind === 'heading' },
  ];
};

/** A row, and a line more for each further paragraph in its cells: what stands beside each other stays together. */
const rowLines = (page: number, row: readonly string[]): readonly SheetLine[] => {
  const cells = row.map((cell) => cell.split('\n').slice(0, MOST_PARAGRAPHS).map(tidy));
  const height = Math.max(0, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) => cells.map((parts) => parts[at] ?? '')).flatMap(
    (columns) => {
      const filled = columns.filter((cell) => cell !== '');
      return filled.length === 0 ? [] : [{ ...lineOfCells(page, filled), columns, isHeading: false }];
    },
  );
};

const tidy = (text: string): string => text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
