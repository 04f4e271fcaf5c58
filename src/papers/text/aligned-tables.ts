import { cellRows } from './cell-rows.ts';
import type { TextLine } from './geometry-lines.ts';
import { isTableLike } from './is-table-like.ts';
import { isStrong } from './heading-level.ts';
import type { PagePart, Table } from './page-part.ts';
import { cellLines, placedRow } from './placed-row.ts';
import { printedRows, type Row } from './printed-row.ts';
import { type Column, columnAt, columnsOf } from './table-columns.ts';
import { type ReadCell, tableOfCells } from './table-of-cells.ts';

/** Rows further apart, in letter sizes, are not one table. */
const WIDEST_LEADING = 3.2;
/** A row that reaches over so much of the page by itself is prose. */
const PROSE_WIDTH = 0.55;
const FEWEST_ROWS = 3;

interface FoundTable {
  readonly table: Table;
  readonly lines: readonly TextLine[];
}

/** Lines, with those that stand in columns put together to tables. A table stands where its first line stood. */
export const alignedTables = (lines: readonly TextLine[], readCell: ReadCell): readonly PagePart[] => {
  const upright = lines.filter(({ runs }) => !runs.some(({ turned }) => turned));
  const tables = new Map<TextLine, Table>();
  for (const stretch of rowStretches(printedRows(upright)).flatMap(unlikeParts)) {
    const found = stretchTable(stretch, readCell);
    for (const line of found?.lines ?? []) if (found !== null) tables.set(line, found.table);
  }
  const parts: PagePart[] = [];
  let open: TextLine[] = [];
  const shown = new Set<Table>();
  for (const line of lines) {
    const table = tables.get(line);
    if (table === undefined) open.push(line);
    else if (!shown.has(table)) {
      shown.add(table);
      parts.push(open, table);
      open = [];
    }
  }
  return [...parts, open];
};

/** Rows that follow each other closely, from the first with several pieces to the last, and what comes right after. */
interface Stretch {
  readonly rows: readonly Row[];
  readonly after: readonly Row[];
}

const rowStretches = (rows: readonly Row[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  const left = rows.reduce((least, { pieces }) => Math.min(least, pieces[0]?.left ?? least), Infinity);
  const right = rows.reduce((most, { pieces }) => Math.max(most, pieces.at(-1)?.right ?? most), -Infinity);
  let open: Row[] = [];
  const flush = (): void => {
    const first = open.findIndex(({ pieces }) => pieces.length > 1);
    const last = open.findLastIndex(({ pieces }) => pieces.length > 1) + 1;
    if (first >= 0) stretches.push({ rows: open.slice(first, last), after: open.slice(last) });
    open = [];
  };
  for (const row of rows) {
    const above = open.at(-1);
    const [only, another] = row.pieces;
    const isAlone = only !== undefined && another === undefined;
    const isProse = isAlone && only.right - only.left > (right - left) * PROSE_WIDTH;
    if (above !== undefined && (isApart(above, row) || (isAlone && isLarger(row, above)))) flush();
    if (isProse) flush();
    else open.push(row);
  }
  flush();
  return stretches;
};

const isApart = (above: Row, row: Row): boolean =>
  above.y - row.y > Math.max(above.size, row.size) * WIDEST_LEADING;

/** A heading between two tables. */
const isLarger = (row: Row, above: Row): boolean => row.size > above.size * LARGER;

const LARGER = 1.12;
const TIGHT = 1.5;
/** Rows that follow in the same measure belong to the same table. */
const SAME_PITCH = 0.12;

/** Where the first of several pieces ends. */
const reachOf = ([first, second]: Row['pieces']): number =>
  first === undefined || second === undefined ? 0 : first.right;

const NUMBERED = /^\d{1,3}(?:\.\d{1,3})+\.?(?:\s|$)/u;

/** The last row's cells may go on below it, and rows may follow that fill but one cell. */
const withRest = ({ rows, after }: Stretch, columns: readonly Column[]): readonly Row[] => {
  const whole = [...rows];
  const reach = rows.reduce((most, { pieces }) => Math.max(most, reachOf(pieces)), 0);
  for (const row of after) {
    const above = whole.at(-1);
    const [piece] = row.pieces;
    if (above === undefined || piece === undefined) break;
    const at = columnAt(columns, piece);
    const column = columns[at];
    if (column === undefined || piece.right > (columns[at + 1]?.left ?? Infinity)) break;
    if (Math.abs(piece.left - column.left) > row.size) break;
    // A paragraph below the table, though it begins where the table does: it has a number, or wants more room.
    const end = row.pieces.at(-1)?.right ?? piece.right;
    if (at === 0 && (NUMBERED.test(piece.text) || end > reach)) break;
    const pitch = above.y - row.y;
    const before = (whole.at(-2)?.y ?? Infinity) - above.y;
    const isRest = pitch <= row.size * TIGHT && (at > 0 || /^\p{Ll}/u.test(piece.text));
    if (!isRest && (Math.abs(pitch - before) > before * SAME_PITCH || isStrong(piece.runs))) break;
    whole.push(row);
  }
  return whole;
};

/** Rows that have none but the first column in common, with a single text between them, are two tables. */
const unlikeParts = ({ rows, after }: Stretch): readonly Stretch[] => {
  const columns = columnsOf(rows);
  const parts: { rows: Row[]; after: readonly Row[] }[] = [];
  let last: ReadonlySet<number> | null = null;
  let between: Row[] = [];
  for (const row of rows) {
    const used = new Set(row.pieces.map((piece) => columnAt(columns, piece)).filter((at) => at > 0));
    // A number before its paragraph stands in the first column with it.
    if (row.pieces.length === 1 || used.size === 0) {
      between.push(row);
      continue;
    }
    const open = parts.at(-1);
    if (open !== undefined && (between.length === 0 || last === null || sharesOne(last, used)))
      open.rows.push(...between, row);
    else {
      if (open !== undefined) open.after = between;
      parts.push({ rows: [row], after: [] });
    }
    last = used;
    between = [];
  }
  return parts.map((part, at) =>
    at === parts.length - 1 ? { ...part, after: [...between, ...after] } : part,
  );
};

const sharesOne = (some: ReadonlySet<number>, others: ReadonlySet<number>): boolean =>
  [...some].some((one) => others.has(one));

const stretchTable = (stretch: Stretch, readCell: ReadCell): FoundTable | null => {
  if (stretch.rows.filter(({ pieces }) => pieces.length > 1).length < FEWEST_ROWS) return null;
  const columns = columnsOf(stretch.rows);
  if (columns.length < 2) return null;
  const rows = withRest(stretch, columns);
  const lefts = columns.map(({ left }) => left);
  const placed = rows.map((row) => placedRow(row, lefts, (piece) => columnAt(columns, piece)));
  const grouped = cellRows(placed);
  const table = isTableLike(columns, placed, grouped) ? tableOfCells(grouped.map(cellLines), readCell) : null;
  return table === null ? null : { table, lines: rows.flatMap((row) => row.lines) };
};
