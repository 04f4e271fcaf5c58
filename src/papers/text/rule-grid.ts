import type { Rule } from './page-content.ts';
import { type GridLine, type LineGroup, lineGroups, nearGroups } from './rule-lines.ts';

/** The cells that drawn lines make. */
export interface RuleGrid {
  /** Edges of the columns from left to right, one more than columns. */
  readonly xs: readonly number[];
  /** Edges of the rows from the foot to the top, one more than rows. */
  readonly ys: readonly number[];
  /** The cell that a place belongs to, cells without a line between them taken as one: by row from the top and column. */
  readonly cellAt: (x: number, y: number) => { readonly row: number; readonly column: number } | null;
}

const SAME_EDGE = 4;
/** How far lines reach past the outermost crossing one where that side was left open. */
const OPEN_SIDE = 15;
const MOST_COLUMNS = 40;
const MOST_ROWS = 250;
const MOST_GRIDS = 30;

/** The grids of at least two columns drawn on a page. */
export const ruleGrids = (rules: readonly Rule[]): readonly RuleGrid[] =>
  lineGroups(rules)
    .flatMap((group) => gridOf(group) ?? [])
    .slice(0, MOST_GRIDS);

const gridOf = ({ across, upright }: LineGroup): RuleGrid | null => {
  const xs = edgesOf(upright, across);
  const ys = edgesOf(across, upright);
  if (xs.length < 3 || xs.length > MOST_COLUMNS || ys.length < 2 || ys.length > MOST_ROWS) return null;
  const isLeftDrawn = drawnEdges(upright, xs, ys);
  const isFootDrawn = drawnEdges(across, ys, xs);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner = cellOwners(
    { columns, rows },
    (row, column) => isLeftDrawn.has(column * ys.length + row),
    (row, column) => isFootDrawn.has(row * xs.length + column),
  );
  return {
    xs,
    ys,
    cellAt: (x, y) => {
      const column = slotOf(xs, x);
      const row = slotOf(ys, y);
      if (column < 0 || row < 0) return null;
      const first = owner[(rows - 1 - row) * columns + column] ?? 0;
      return { row: Math.floor(first / columns), column: first % columns };
    },
  };
};

/** Where lines lie, and the ends of those that cross them where no line closes that side. */
const edgesOf = (lines: readonly GridLine[], crossing: readonly GridLine[]): readonly number[] => {
  const sorted = lines.map(({ at }) => at).toSorted((a, b) => a - b);
  const edges = nearGroups(sorted, (at) => at, SAME_EDGE).map(([first = 0]) => first);
  const [first] = edges;
  const last = edges.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = crossing.reduce((least, line) => Math.min(least, line.from), first);
  const to = crossing.reduce((most, line) => Math.max(most, line.to), last);
  return [...(first - from > OPEN_SIDE ? [from] : []), ...edges, ...(to - last > OPEN_SIDE ? [to] : [])];
};

/** Which pieces of which edges are drawn: edge by edge, each with a piece for each slot between the crossing edges. */
const drawnEdges = (
  lines: readonly GridLine[],
  edges: readonly number[],
  crossing: readonly number[],
): ReadonlySet<number> => {
  const drawn = new Set<number>();
  for (const { at, from, to } of lines) {
    const edge = edges.findLastIndex((place) => place <= at + 0.001);
    for (const [slot, start] of crossing.entries()) {
      const end = crossing[slot + 1];
      if (end === undefined) break;
      const middle = (start + end) / 2;
      if (from <= middle && middle <= to) drawn.add(edge * crossing.length + slot);
    }
  }
  return drawn;
};

/** For each cell, from the top left, the first of the cells that it is one with. Rows of edges count from the foot. */
const cellOwners = (
  { columns, rows }: { readonly columns: number; readonly rows: number },
  isLeftDrawn: (row: number, column: number) => boolean,
  isFootDrawn: (row: number, column: number) => boolean,
): readonly number[] => {
  const owner: number[] = Array.from({ length: columns * rows }, () => -1);
  for (const first of owner.keys()) {
    const open = owner[first] === -1 ? [first] : [];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      if (owner[cell] !== -1) continue;
      owner[cell] = first;
      const column = cell % columns;
      const below = rows - 1 - Math.floor(cell / columns);
      if (column > 0 && !isLeftDrawn(below, column)) open.push(cell - 1);
      if (column < columns - 1 && !isLeftDrawn(below, column + 1)) open.push(cell + 1);
      if (below < rows - 1 && !isFootDrawn(below + 1, column)) open.push(cell - columns);
      if (below > 0 && !isFootDrawn(below, column)) open.push(cell + columns);
    }
  }
  return owner;
};

const slotOf = (edges: readonly number[], place: number): number => {
  if (!(place >= (edges[0] ?? 0)) || !(place < (edges.at(-1) ?? 0))) return -1;
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
};
