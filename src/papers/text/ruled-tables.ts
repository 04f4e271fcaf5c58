import { alignedTables } from './aligned-tables.ts';
import { cellRows } from './cell-rows.ts';
import { type TextLine, textLines } from './geometry-lines.ts';
import { isFigure } from './is-figure.ts';
import type { PagePart, Table } from './page-part.ts';
import type { Rule } from './page-content.ts';
import { cellLines, placedRow } from './placed-row.ts';
import { type Piece, printedRows } from './printed-row.ts';
import { type RuleGrid, ruleGrids } from './rule-grid.ts';
import { splitAtRules } from './split-run.ts';
import { type ReadCell, tableOfCells } from './table-of-cells.ts';
import type { TextRun } from './text-run.ts';

/** A drawn grid and the table in it; null where its cells do not make one. */
interface FoundGrid {
  readonly grid: RuleGrid;
  readonly table: Table | null;
}

/**
 * Lines, with those that stand in drawn grids put together to tables. A table stands where its first line stood. Where
 * a grid makes none, its lines are still cut at its columns.
 */
export const ruledTables = (
  printed: readonly TextLine[],
  rules: readonly Rule[],
  readCell: ReadCell,
): readonly PagePart[] => {
  const drawn = ruleGrids(rules);
  if (drawn.length === 0) return [printed];
  const lines = printed.map((line) => ({ ...line, runs: drawn.reduce(splitRuns, line.runs) }));
  const grids = drawn.map((grid) => ({ grid, table: gridTable(lines, grid, readCell) }));
  const parts: PagePart[] = [];
  const shown = new Set<PagePart>();
  let open: TextLine[] = [];
  for (const line of lines) {
    for (const { runs, table } of cutRuns(line.runs, grids)) {
      if (table === null) for (const cut of textLines(runs)) open.push(cut);
      else if (!shown.has(table)) {
        shown.add(table);
        parts.push(open, table);
        open = [];
      }
    }
  }
  return [...parts, open];
};

const splitRuns = (runs: readonly TextRun[], grid: RuleGrid): readonly TextRun[] =>
  runs.flatMap((run) => splitAtRules(run, grid));

interface Cut {
  readonly runs: TextRun[];
  readonly table: Table | null;
  readonly grid: RuleGrid | null;
  readonly column: number;
}

/** Neighbouring pieces of text that stand in the same column of the same grid, or in none. */
const cutRuns = (runs: readonly TextRun[], grids: readonly FoundGrid[]): readonly Cut[] => {
  const cuts: Cut[] = [];
  for (const run of runs) {
    const found = grids.find(({ grid }) => cellOf(grid, run) !== null);
    const last = cuts.at(-1);
    const grid = found?.grid ?? null;
    const column = grid === null ? 0 : (cellOf(grid, run)?.column ?? 0);
    const isSame = last?.grid === grid && last.column === column;
    if (last !== undefined && (isSame || run.text.trim() === '')) last.runs.push(run);
    else cuts.push({ runs: [run], table: found?.table ?? null, grid, column });
  }
  return cuts;
};

/** Where a piece of text begins tells its cell: long ones run over into the next. */
const cellOf = (grid: RuleGrid, run: TextRun): ReturnType<RuleGrid['cellAt']> => {
  const inward = Math.min(run.width, run.size) / 2;
  return run.turned ? grid.cellAt(run.x, run.y) : grid.cellAt(run.x + inward, run.y + run.size * 0.3);
};

const gridTable = (lines: readonly TextLine[], grid: RuleGrid, readCell: ReadCell): Table | null => {
  const columns = grid.xs.length - 1;
  const cells = Array.from({ length: grid.ys.length - 1 }, () =>
    Array.from({ length: columns }, (): TextRun[] => []),
  );
  for (const line of lines) {
    for (const run of line.runs) {
      const place = cellOf(grid, run);
      if (place !== null) cells[place.row]?.[place.column]?.push(run);
    }
  }
  const read = cells.map((row) => row.map((runs) => textLines(runs)));
  if (holdsTables(read.flat(), readCell)) return null;
  return tableOfCells(
    read.flatMap((row) => undrawnRows(row, grid)),
    readCell,
  );
};

/** Lines around several tables, or around groups of columns: the cells within them are not drawn. */
const holdsTables = (cells: readonly (readonly TextLine[])[], readCell: ReadCell): boolean => {
  if (cells.some(holdsFigureRows)) return true;
  const inner = cells.filter((cell) => alignedTables(cell, readCell).some((part) => 'kind' in part));
  return inner.flat().length * 2 > cells.flat().length;
};

const holdsFigureRows = (cell: readonly TextLine[]): boolean =>
  printedRows(cell).filter(({ pieces }) => pieces.filter(({ text }) => isFigure(text)).length > 1).length >=
  FEWEST_FIGURES;

const FEWEST_FIGURES = 3;
/** Share of a column that has to be figures, below its title. */
const MOST_FIGURES = 0.6;

/** Where only columns are drawn, and figures stand under each other in one, each line of them is a row. */
const undrawnRows = (
  cells: readonly (readonly TextLine[])[],
  grid: RuleGrid,
): readonly (readonly (readonly TextLine[])[])[] => {
  const lefts = grid.xs.slice(0, -1);
  const columnOf = ({ runs: [first] }: Piece): number =>
    first === undefined ? 0 : (cellOf(grid, first)?.column ?? 0);
  const rows = printedRows(cells.flat()).map((row) => placedRow(row, lefts, columnOf));
  const figures = lefts.map((_, at) => rows.flatMap((row) => row.cells[at]?.map(({ text }) => text) ?? []));
  const areRows = figures.some(
    (texts, at) =>
      at > 0 && texts.filter(isFigure).length >= Math.max(FEWEST_FIGURES, texts.length * MOST_FIGURES),
  );
  return areRows ? cellRows(rows).map(cellLines) : [cells];
};
