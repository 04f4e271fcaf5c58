import { isFigure } from './is-figure.ts';
import type { PlacedRow } from './placed-row.ts';
import { type Column, isAligned } from './table-columns.ts';

const FEWEST_ROWS = 3;
const MOST_LOWER = 0.35;
const MOST_LABELS = 0.8;
const MARK = /^[•·●○▪■*‣⁃–\uF000-\uF0FF-](?:\s|$)/;
const LABEL = /^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{0,2}|\d{1,3}(?:\.\d{1,3})+\.?|[A-Z]\d{1,3}\.?)$/;
const SPAN = /^\(?(?:pages?\s)?\d{1,4}(?:\s?[-–—]\s?\d{1,4})?\)?$/i;
const BLANKS = /(?:[.…_]\s?){4}/;

/** Whether rows in columns are a table, and no prose, list, agenda, contents, letter head or line to sign on. */
export const isTableLike = (
  columns: readonly Column[],
  printed: readonly PlacedRow[],
  rows: readonly (readonly PlacedRow[])[],
): boolean => {
  const texts = rows.map((group) =>
    columns.map((_, at) => group.flatMap((row) => row.cells[at] ?? []).map(({ text }) => text)),
  );
  const full = texts.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (full.length < FEWEST_ROWS || full.length * 2 < texts.length) return false;
  if (texts.flat(2).some((text) => BLANKS.test(text))) return false;
  if (isMarks(texts)) return false;
  const named = columns.flatMap((_, at) => (isLabels(texts, at) ? [] : [at]));
  if (named.length < 2 || named.every((at) => isLong(cellsAt(texts, at)))) return false;
  if (named.length === 2 && (isContents(texts, named[1] ?? 0) || isLetterHead(texts, named[0] ?? 0)))
    return false;
  if (columns.some((_, at) => isProse(rows, at)) || isStretched(printed)) return false;
  const ragged = columns.filter((_, at) => !isColumn(printed, at));
  return ragged.length * MOST_RAGGED <= columns.length;
};

/** One in so many columns may have no edge. */
const MOST_RAGGED = 4;

const isColumn = (printed: readonly PlacedRow[], at: number): boolean =>
  isAligned(printed.flatMap((row) => row.cells[at]?.slice(0, 1) ?? [])) ||
  isAligned(printed.flatMap((row) => row.cells[at]?.slice(-1) ?? []));

const cellsAt = (texts: readonly (readonly (readonly string[])[])[], at: number): readonly string[] =>
  texts.map((row) => row[at]?.join(' ') ?? '').filter((text) => text !== '');

/** Columns of text beside each other: a table has at least one that names, dates or counts. */
const isLong = (cells: readonly string[]): boolean => {
  const lengths = cells.map(({ length }) => length).toSorted((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) > LONGEST_NAME;
};

const LONGEST_NAME = 45;

/** Numbers before their paragraphs. */
const isLabels = (texts: readonly (readonly (readonly string[])[])[], at: number): boolean => {
  const cells = cellsAt(texts, at);
  return at === 0 && cells.filter((text) => LABEL.test(text)).length >= cells.length * MOST_LABELS;
};

/** A list's marks, which no table begins with. */
const isMarks = (texts: readonly (readonly (readonly string[])[])[]): boolean => {
  const cells = texts.flatMap(([first]) => first?.slice(0, 1) ?? []);
  return cells.filter((text) => MARK.test(text)).length * 3 >= cells.length;
};

/** Pages at the right of their titles. */
const isContents = (texts: readonly (readonly (readonly string[])[])[], at: number): boolean => {
  const cells = cellsAt(texts, at);
  if (!cells.every((text) => SPAN.test(text))) return false;
  if (cells.some((text) => /page|[-–—]/i.test(text))) return true;
  const numbers = cells.map(Number);
  return numbers.every((number, place) => number >= (numbers[place - 1] ?? 0));
};

/** "Date:", "Venue:" before what they are. */
const isLetterHead = (texts: readonly (readonly (readonly string[])[])[], at: number): boolean => {
  const cells = cellsAt(texts, at);
  return cells.filter((text) => text.endsWith(':')).length * 2 >= cells.length;
};

/** Rows that begin in the middle of a sentence: columns of text beside each other. */
const isProse = (rows: readonly (readonly PlacedRow[])[], at: number): boolean => {
  const openings = rows.flatMap(([first]) => first?.cells[at]?.slice(0, 1) ?? []);
  const lower = openings.filter(({ text }) => /^\p{Ll}/u.test(text) && !isFigure(text)).length;
  return lower > openings.length * MOST_LOWER;
};

/** Lines set to both margins open gaps between words, narrow ones, which stand under each other by chance. */
const isStretched = (printed: readonly PlacedRow[]): boolean => {
  const gaps = printed.flatMap(({ cells, size }) => {
    const pieces = cells.flat();
    return pieces.slice(1).map(({ left }, at) => (left - (pieces[at]?.right ?? left)) / size);
  });
  const endings = printed.flatMap(({ cells }) => cells.flat().slice(0, -1));
  const open = endings.filter(({ text }) => text.endsWith(',')).length;
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return open > endings.length * MOST_OPEN || (printed[0]?.cells.length === 2 && middle < NARROW_GAP);
};

const MOST_OPEN = 0.3;
const NARROW_GAP = 1.2;
