import { type TextLine, textLines } from './geometry-lines.ts';
import type { Piece, Row } from './printed-row.ts';

/** A printed row with what stands in each column. */
export interface PlacedRow {
  readonly y: number;
  readonly size: number;
  readonly cells: readonly (readonly Piece[])[];
  /** It is one text that reaches over several columns: a title or a note. */
  readonly crosses: boolean;
}

/** A row's pieces by their columns. */
export const placedRow = (
  { y, size, pieces }: Row,
  lefts: readonly number[],
  columnOf: (piece: Piece) => number,
): PlacedRow => {
  const cells = lefts.map((): Piece[] => []);
  for (const piece of pieces) cells[columnOf(piece)]?.push(piece);
  const [only, another] = pieces;
  const isAlone = only !== undefined && another === undefined;
  const next = isAlone ? lefts[columnOf(only) + 1] : undefined;
  return { y, size, cells, crosses: isAlone && next !== undefined && only.right > next };
};

/** The lines of each cell of a table's row, from the printed rows that make it. */
export const cellLines = (group: readonly PlacedRow[]): readonly (readonly TextLine[])[] =>
  (group[0]?.cells ?? []).map((_, at) => group.flatMap((row) => row.cells[at] ?? []).flatMap(linesOf));

const linesOf = ({ runs }: Piece): readonly TextLine[] =>
  textLines(runs.map((run, at) => (at === runs.length - 1 ? { ...run, endsLine: true } : run)));
