import type { PageContent, Rule } from '../../../src/papers/text/page-content.ts';
import { type Line, pageOfLines } from './page-of-lines.ts';

export interface Grid {
  /** Edges of the columns. */
  readonly xs: readonly number[];
  /** Edges of the rows, from the top. */
  readonly ys: readonly number[];
}

/** Rows of cells at the given left edges, from `top` down; an empty cell is not drawn. */
export const rowsOf = (
  xs: readonly number[],
  rows: readonly (readonly string[])[],
  { top = 700, step = 20, boldRows = 0 } = {},
): readonly Line[] =>
  rows.flatMap((row, at) =>
    row.flatMap((text, column) =>
      text === '' ? [] : [{ text, x: xs[column] ?? 0, y: top - at * step, bold: at < boldRows }],
    ),
  );

/** All lines of a grid, each drawn by itself from edge to edge. */
export const gridRules = ({ xs, ys }: Grid): readonly Rule[] => [
  ...xs.flatMap((x) => ys.slice(1).map((y, at): Rule => ({ x1: x, x2: x, y1: y, y2: ys[at] ?? y }))),
  ...ys.flatMap((y) => xs.slice(1).map((x, at): Rule => ({ x1: xs[at] ?? x, x2: x, y1: y, y2: y }))),
];

export const ruledPage = (lines: readonly Line[], rules: readonly Rule[], page = 1): PageContent => ({
  ...pageOfLines(lines, page),
  rules,
});
