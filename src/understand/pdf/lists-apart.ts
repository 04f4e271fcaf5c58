import { type SheetLine, withCells } from './sheet-line.ts';

const HEADING =
  /^(?:(?:(?:sub-?)?committee|panel|board) )?(?:members(?:hip)?|(?:named )?(?:reserves?|substitutes?|deputies)(?: members?)?|contacts?|officers?|in attendance)\s?:?$/i;
const MEMBERS = /\bmembers(?:hip)?\s?:?$/i;
const MOST_ROWS = 60;
/** In units of the page. */
const NEAR = 6;

/** Lists that stand beside each other under headings of their own, the members' among them, one after the other. */
export const listsApart = (lines: readonly SheetLine[]): readonly SheetLine[] => {
  const at = lines.findIndex(isHeadings);
  const headings = lines[at];
  if (headings === undefined) return lines;
  const below = lines.slice(at + 1, at + 1 + MOST_ROWS);
  const end = below.findIndex((line) => line.page !== headings.page || columnsOf(headings, line) === null);
  const rows = end < 0 ? below : below.slice(0, end);
  const apart = headings.cells.flatMap((heading, column) => [
    withCells(headings, [heading]),
    ...rows.flatMap((row) =>
      row.cells.flatMap((cell, place) =>
        columnsOf(headings, row)?.[place] === column ? [withCells(row, [cell])] : [],
      ),
    ),
  ]);
  return [...lines.slice(0, at), ...apart, ...lines.slice(at + 1 + rows.length)];
};

const isHeadings = ({ cells }: SheetLine): boolean =>
  cells.length > 1 && cells.every((cell) => HEADING.test(cell)) && cells.some((cell) => MEMBERS.test(cell));

/** Which list each cell of a row stands in; null where one stands in none. */
const columnsOf = (headings: SheetLine, row: SheetLine): readonly number[] | null => {
  const found = row.cells.map((_, cell) =>
    headings.columns === null
      ? (headings.lefts ?? []).findIndex((left) => Math.abs(left - (row.lefts?.[cell] ?? -1)) <= NEAR)
      : filledColumns(headings).indexOf(filledColumns(row)[cell] ?? -1),
  );
  const isSame = headings.columns === null || row.columns?.length === headings.columns.length;
  return isSame && !found.includes(-1) ? found : null;
};

const filledColumns = ({ columns }: SheetLine): readonly number[] =>
  columns?.flatMap((cell, column) => (cell === '' ? [] : [column])) ?? [];
