import { readItemNumber } from './item-number.ts';
import { type SheetLine, withCells } from './sheet-line.ts';
import { spanCell } from './title-notes.ts';

const NUMBER_TITLE = /^(?:agenda )?(?:item|no)\b\.?\s?(?:no|number)?\b\.?$/i;
const SIDE_TITLE = /^(?:wards?|electoral divisions?|item not open|exempt|equal opportunit)/i;

/**
 * Agenda tables in the order number, title, pages. Some print the pages before the number; others have columns of
 * wards between number and title, which their header names.
 */
export const arrangedRows = (printed: readonly SheetLine[]): readonly SheetLine[] => {
  const lines = withSpansApart(printed);
  let hasSideColumns = false;
  let hasPages = false;
  return lines.map((line) => {
    hasPages ||= PAGES_TITLE.test(line.cells.at(-1) ?? '');
    if (line.cells.length < 2) return line;
    if (
      line.cells.some((cell) => NUMBER_TITLE.test(cell)) &&
      line.cells.some((cell) => SIDE_TITLE.test(cell))
    ) {
      hasSideColumns = true;
      return line;
    }
    const cells = pagesLast(hasPages ? wholeSpan(line.cells) : line.cells);
    const arranged = hasSideColumns ? withoutSides(cells) : cells;
    return arranged === line.cells ? line : withCells(line, arranged);
  });
};

const SPAN_AT_END = /^(.*\p{L}.*?)\s?(?<!\d)(\d{1,4}\s[-–]\s\d{1,4})$/u;
const NUMBERED = /^\(?\d{1,3}[a-z]?[.):]?\s/;
const FEWEST_SPANS = 2;

/** "5. Land at Mill Lane 9 - 42": where such ends rise from item to item they are pages, and no part of titles. */
const withSpansApart = (lines: readonly SheetLine[]): readonly SheetLine[] => {
  const ends = lines.map((line) => spanAtEnd(line));
  const spans = lines.flatMap((line, at) => {
    const span = ends[at] === null ? spanCell(line.cells.at(-1) ?? '') : spanCell(ends[at]?.span ?? '');
    return span === null ? [] : [span];
  });
  const rises = spans.every(({ first }, at) => at === 0 || first > (spans[at - 1]?.last ?? 0));
  if (!rises || spans.length < FEWEST_SPANS) return lines;
  return lines.map((line, at) => {
    const end = ends[at] ?? null;
    return end === null ? line : { ...withCells(line, [end.words, end.span]), label: null };
  });
};

const spanAtEnd = (line: SheetLine): { readonly words: string; readonly span: string } | null => {
  const number = line.label === null || line.text.startsWith(line.label) ? '' : `${line.label} `;
  const text = `${number}${line.text}`;
  const [, words, span] =
    line.cells.length === 1 && NUMBERED.test(text) ? (SPAN_AT_END.exec(text) ?? []) : [];
  return words === undefined || span === undefined ? null : { words, span };
};

const PAGES_TITLE = /^pages?(?: nos?\.?| numbers?)?\s?:?$/i;

/** Under "Pages" a single number is a page. */
const wholeSpan = (cells: readonly string[]): readonly string[] => {
  const last = cells.at(-1) ?? '';
  return cells.length > 1 && /^\d{1,4}$/.test(last) ? [...cells.slice(0, -1), `${last} - ${last}`] : cells;
};

const pagesLast = (cells: readonly string[]): readonly string[] => {
  const [first = '', second = '', ...rest] = cells;
  const isFirst = rest.length > 0 && spanCell(first) !== null && readItemNumber(second) !== null;
  return isFirst ? [second, ...rest, first] : cells;
};

/** Between number and pages the title is the longest; wards and paragraphs of the law are short. */
const withoutSides = (cells: readonly string[]): readonly string[] => {
  const [number = '', ...others] = cells;
  if (readItemNumber(number) === null || others.length < 2) return cells;
  const pages = others.filter((cell) => spanCell(cell) !== null);
  const words = others.filter((cell) => spanCell(cell) === null);
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined || words.length < 2 ? cells : [number, longest, ...pages];
};
