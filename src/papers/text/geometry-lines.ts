import type { TextRun } from './text-run.ts';

/** One printed line, or one column's part of it. */
export interface TextLine {
  readonly runs: readonly TextRun[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Lines in the order of the file, which keeps columns together more often than sorting does. */
export const textLines = (runs: readonly TextRun[]): readonly TextLine[] => {
  const lines: TextLine[] = [];
  let current: TextRun[] = [];
  const flush = (): void => {
    const line = runsToLine(current);
    if (line !== null) lines.push(line);
    current = [];
  };
  let last: TextRun | null = null;
  let ended = false;
  for (const run of runs) {
    if (run.text.trim() !== '') {
      if (last !== null && (ended || !isBeside(last, run))) flush();
      last = run;
      ended = false;
    }
    current.push(run);
    ended ||= run.endsLine;
  }
  flush();
  return inColumns(lines);
};

/** Wider gaps than this many letter sizes stand between columns, cells, or a number and its paragraph. */
const WIDEST_SPACE = 1.5;

const isBeside = (last: TextRun, run: TextRun): boolean => {
  const size = Math.max(last.size, run.size);
  const gap = run.x - (last.x + last.width);
  return Math.abs(last.y - run.y) <= size * 0.6 && gap > -size && gap < size * WIDEST_SPACE;
};

const runsToLine = (runs: readonly TextRun[]): TextLine | null => {
  const spoken = runs.filter((run) => run.text.trim() !== '');
  const first = spoken[0];
  if (first === undefined) return null;
  return {
    runs,
    left: Math.min(...spoken.map((run) => run.x)),
    right: Math.max(...spoken.map((run) => run.x + run.width)),
    y: first.y,
    size: Math.max(...spoken.map((run) => run.size)),
  };
};

/**
 * Two columns of prose that the file draws line by line across the page are put one after the other.
 * Only where both sides are full: short neighbours are the cells of a table.
 */
const inColumns = (lines: readonly TextLine[]): readonly TextLine[] => {
  const left = least(lines.map((line) => line.left));
  const right = -least(lines.map((line) => -line.right));
  const middle = (left + right) / 2;
  const inLeft = lines.filter((line) => line.right <= middle + GUTTER);
  const inRight = lines.filter((line) => line.left >= middle - GUTTER);
  const [isLeft, isRight] = [new Set(inLeft), new Set(inRight)];
  const jumps = lines.filter((line, at) => isRight.has(line) && isLeft.has(lines[at - 1] ?? line)).length;
  const areFull = [inLeft, inRight].every((side) => isFull(side, (right - left) / 2));
  if (jumps < FEWEST_LINES || !areFull) return lines;
  const top = -least(inRight.map((line) => -line.y));
  const bottom = least(inRight.map((line) => line.y));
  const slack = 2;
  const above = lines.filter((line) => line.y > top + slack);
  const below = lines.filter((line) => line.y < bottom - slack && !isLeft.has(line));
  const spread = new Set([...above, ...below]);
  const columns = lines.filter((line) => !spread.has(line) && !isRight.has(line));
  return [...above, ...columns, ...inRight.filter((line) => !spread.has(line)), ...below];
};

/** A page may hold more than a call takes arguments. */
const least = (numbers: readonly number[]): number =>
  numbers.reduce((smallest, number) => Math.min(smallest, number), Infinity);

const GUTTER = 6;
const FEWEST_LINES = 5;

const isFull = (side: readonly TextLine[], width: number): boolean => {
  if (side.length < FEWEST_LINES) return false;
  const widths = side.map((line) => line.right - line.left).toSorted((a, b) => a - b);
  return (widths[Math.floor(widths.length / 2)] ?? 0) > width * 0.6;
};
