import type { Piece, Row } from './printed-row.ts';

/** Where a column begins and ends. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Share of the rows that may reach over the space between two columns: titles within a table. */
const MOST_CROSSING = 0.12;
/** The least space between two columns, in letter sizes. */
const NARROWEST_GUTTER = 0.3;
/** More are a drawing. */
const MOST_COLUMNS = 40;
/** Edges this close are one. */
const ALIGNED = 4;
const FEWEST_ALIGNED = 0.6;

/** The columns between which nothing stands on almost all rows; none where there are too many for a table. */
export const columnsOf = (rows: readonly Row[]): readonly Column[] => {
  const ends = rows
    .flatMap(({ pieces }) => pieces)
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || b.step - a.step);
  const size = rows.reduce((least, row) => Math.min(least, row.size), Infinity);
  const most = Math.floor(rows.length * MOST_CROSSING);
  const columns: { left: number; right: number }[] = [];
  let depth = 0;
  for (const { at, step } of ends) {
    const wasOpen = depth > most;
    depth += step;
    const last = columns.at(-1);
    if (!wasOpen && depth > most) {
      if (last !== undefined && at - last.right < size * NARROWEST_GUTTER) continue;
      columns.push({ left: at, right: at });
    } else if (wasOpen && depth <= most && last !== undefined) last.right = at;
  }
  return columns.length > MOST_COLUMNS ? [] : columns;
};

/** The column that a piece belongs to: the one in which it begins, or the nearest one. */
export const columnAt = (columns: readonly Column[], piece: Piece): number => {
  let best = 0;
  let most = -Infinity;
  for (const [at, { left, right }] of columns.entries()) {
    const shared = Math.min(right, piece.right) - Math.max(left, piece.left);
    if (shared > 0 && most <= 0) return at;
    if (shared > most) {
      most = shared;
      best = at;
    }
  }
  return best;
};

/** Whether most pieces of a column share an edge or a middle. */
export const isAligned = (pieces: readonly Piece[]): boolean =>
  [
    pieces.map(({ left }) => left),
    pieces.map(({ right }) => right),
    pieces.map(({ left, right }) => (left + right) / 2),
  ].some((places) => mostAt(places) >= pieces.length * FEWEST_ALIGNED);

/** How many places at most lie beside each other. */
const mostAt = (places: readonly number[]): number => {
  const sorted = places.toSorted((a, b) => a - b);
  let start = 0;
  let most = 0;
  for (const [at, place] of sorted.entries()) {
    while (place - (sorted[start] ?? place) > ALIGNED) start += 1;
    most = Math.max(most, at - start + 1);
  }
  return most;
};
