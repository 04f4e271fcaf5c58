import { isFigure } from './is-figure.ts';
import type { PlacedRow } from './placed-row.ts';

/** A row opens where the space above it is this much wider than between the lines of a cell. */
const OPENING = 1.25;
/** Share of the lines within groups that may look like rows of their own. */
const MOST_OWN = 0.3;
const LEADING = 1.45;

/** Printed rows put together to the rows of a table: its cells may have several lines. */
export const cellRows = (rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] => {
  const bySpace = groupBySpace(rows);
  return holdsWrapped(bySpace) ? bySpace : groupByWords(rows);
};

const groupBySpace = (rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] => {
  const pitches = rows.slice(1).map((row, at) => (rows[at]?.y ?? 0) - row.y);
  const leading = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length / 10)] ?? 0;
  return groupsWhere(rows, (above, row) => above.y - row.y > leading * OPENING);
};

const groupsWhere = (
  rows: readonly PlacedRow[],
  opens: (above: PlacedRow, row: PlacedRow) => boolean,
): readonly (readonly PlacedRow[])[] => {
  const groups: PlacedRow[][] = [];
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    if (above === undefined || opens(above, row)) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  return groups;
};

/** Whether spaces part cells of several lines, and not sections of short rows. */
const holdsWrapped = (groups: readonly (readonly PlacedRow[])[]): boolean => {
  if (groups.length < 3) return false;
  const inner = groups.flatMap((group) => group.slice(1));
  const own = inner.filter((row) => filledCount(row) > 1 && !goesOnInWords(row)).length;
  return own <= inner.length * MOST_OWN;
};

const filledCount = ({ cells }: PlacedRow): number => cells.filter((cell) => cell.length > 0).length;

const goesOnInWords = ({ cells }: PlacedRow): boolean =>
  cells.some((cell) => /^[\p{Ll}(&–-]/u.test(cell[0]?.text ?? '') && !isFigure(cell[0]?.text ?? ''));

const groupByWords = (rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] =>
  groupsWhere(rows, (above, row) => {
    if (above.y - row.y > row.size * LEADING) return !isRest(row);
    const [first] = row.cells[0] ?? [];
    if (first === undefined) return !isRest(row);
    // A first cell of several lines; what stands beside its first line stays there.
    const isLabelRest = /^[\p{Ll}(&]/u.test(first.text) && filledCount(row) === 1;
    const isSplitLabel = /^\p{Ll}/u.test(first.text) && filledCount(above) === 1;
    return !isLabelRest && !isSplitLabel;
  });

/** Nothing in the first column: the cells above go on, unless it is a note, or figures of a row without a name. */
const isRest = (row: PlacedRow): boolean =>
  row.cells[0]?.length === 0 && !row.crosses && !row.cells.flat().some(({ text }) => isFigure(text));
