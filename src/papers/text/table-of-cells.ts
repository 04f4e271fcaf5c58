import type { TextBlock } from '../../domain/paper-text.ts';
import type { TextLine } from './geometry-lines.ts';
import { isStrong } from './heading-level.ts';

/** A cell's words; its paragraphs stay apart by line ends. */
export type ReadCell = (lines: readonly TextLine[]) => string;

/** A table from the lines of its cells, or null where what is filled makes none: empty rows and columns are left out. */
export const tableOfCells = (
  cells: readonly (readonly (readonly TextLine[])[])[],
  readCell: ReadCell,
): Extract<TextBlock, { kind: 'table' }> | null => {
  const filled = cells.filter((row) => row.some(isFilled));
  const width = filled[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) =>
    filled.some((row) => isFilled(row[at] ?? [])),
  );
  const kept = filled.map((row) => columns.map((at) => row[at] ?? []));
  if (columns.length < 2 || !kept.some((row) => row.filter(isFilled).length > 1)) return null;
  return {
    kind: 'table',
    header: hasHeader(kept),
    rows: kept.map((row) => row.map((lines) => readCell(lines))),
  };
};

const isFilled = (cell: readonly TextLine[]): boolean => cell.length > 0;

/** A first row wholly in bold, above one that is not. */
const hasHeader = (rows: readonly (readonly (readonly TextLine[])[])[]): boolean => {
  const [first = [], ...others] = rows;
  return first.filter(isFilled).length > 1 && isStrongRow(first) && others.some((row) => !isStrongRow(row));
};

const isStrongRow = (row: readonly (readonly TextLine[])[]): boolean =>
  row.every((cell) => cell.every(({ runs }) => isStrong(runs)));
