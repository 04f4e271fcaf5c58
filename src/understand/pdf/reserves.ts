import { type SheetLine, withCells } from './sheet-line.ts';

const RESERVES = /^(?:named )?(?:reserves?|substitutes?|deputies)(?: members?)?\s?:?$/i;
const MEMBERS = /^(?:(?:committee|panel|board) )?members(?:hip)?\s?:?$/i;
const MOST_ROWS = 60;
/** In units of the page. */
const NEAR = 6;

/** The lines without the column of those who may stand in, where it stands beside the members'. */
export const withoutReserves = (lines: readonly SheetLine[]): readonly SheetLine[] => {
  const at = lines.findIndex(
    ({ cells }) => cells.some((cell) => RESERVES.test(cell)) && cells.some((cell) => MEMBERS.test(cell)),
  );
  const heading = lines[at];
  if (heading === undefined) return lines;
  return lines.map((line, order) =>
    order < at || order > at + MOST_ROWS || line.page !== heading.page
      ? line
      : withCells(
          line,
          line.cells.filter((_, cell) => !isUnderReserves(heading, line, cell)),
        ),
  );
};

const isUnderReserves = (heading: SheetLine, line: SheetLine, cell: number): boolean => {
  if (line.columns !== null && heading.columns !== null) {
    const filled = line.columns.flatMap((text, column) => (text === '' ? [] : [column]));
    return RESERVES.test(heading.columns[filled[cell] ?? -1] ?? '');
  }
  const column = heading.cells.findIndex((text) => RESERVES.test(text));
  const left = heading.lefts?.[column];
  return left !== undefined && Math.abs((line.lefts?.[cell] ?? 0) - left) <= NEAR;
};
