import { listedSides, type SideVotes } from './vote-sides.ts';
import { isName, splitNames } from './split-names.ts';

const MARK = /^(?:x|✓|✔|√|y|yes|1|•|●)$/i;

/** The sides of a vote printed as a table: a row each, a column each, or a name in each row with a mark. */
export const tableSides = (rows: readonly (readonly string[])[]): readonly SideVotes[] => {
  const [head, ...body] = rows;
  if (head === undefined) return [];
  const columns = head.map((cell) => headSide(cell));
  if (columns.filter((side) => side !== null).length >= 2) return columnSides(columns, body);
  return rows.flatMap(rowSide);
};

/** "For", "For (12)": a heading without names. */
const headSide = (cell: string): SideVotes | null => {
  const sides = listedSides(cell.trim());
  return sides.length === 1 && sides[0]?.names.length === 0 ? (sides[0] ?? null) : null;
};

const isTotal = (row: readonly string[]): boolean => /^totals?\b/i.test((row[0] ?? '').trim());

const columnSides = (
  columns: readonly (SideVotes | null)[],
  body: readonly (readonly string[])[],
): readonly SideVotes[] =>
  columns.flatMap((column, at) => {
    if (column === null) return [];
    const names = body
      .filter((row) => !isTotal(row))
      .flatMap((row) => {
        const cell = row[at]?.trim() ?? '';
        // Beside a name, a mark says how its owner voted.
        return MARK.test(cell)
          ? splitNames(row.find((other) => isName(other.trim())) ?? '')
          : splitNames(cell);
      });
    const total = body
      .map((row) => row[at]?.trim() ?? '')
      .find((cell) => /^\d{1,3}$/.test(cell) && !MARK.test(cell));
    const summed = /^\d{1,3}$/.exec(body.find(isTotal)?.[at]?.trim() ?? '')?.[0];
    return [
      {
        ...column,
        count: column.count ?? numberOf(summed ?? total),
        names: names.map(({ name }) => name),
      },
    ];
  });

const numberOf = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits);

const rowSide = (row: readonly string[]): readonly SideVotes[] => {
  const [first = '', ...others] = row.map((cell) => cell.trim());
  const side = headSide(first);
  if (side === null) return listedSides(row.join(' ').trim());
  const number = others.find((cell) => /^\(?\d{1,3}\)?$/.test(cell))?.replace(/\D/g, '');
  const names = others.filter((cell) => !/^\(?\d{1,3}\)?$/.test(cell)).flatMap((cell) => splitNames(cell));
  return [
    {
      ...side,
      count: side.count ?? (number === undefined ? null : Number(number)),
      names: names.map(({ name }) => name),
    },
  ];
};
