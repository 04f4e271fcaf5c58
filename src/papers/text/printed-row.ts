import type { TextLine } from './geometry-lines.ts';
import { isFigure } from './is-figure.ts';
import { joinRuns } from './join-runs.ts';
import type { TextRun } from './text-run.ts';

/** Text that stands by itself on its printed row. */
export interface Piece {
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** All that stands on one height of a page, from left to right. */
export interface Row {
  readonly lines: readonly TextLine[];
  readonly pieces: readonly Piece[];
  readonly y: number;
  readonly size: number;
}

/** Lines no further apart than this many letter sizes stand beside each other. */
const BESIDE = 0.5;
/** A gap of this many letter sizes is wider than the space between words. */
const WIDE_GAP = 0.8;
/** Figures that were drawn by themselves are not words of one text. */
const FIGURE_GAP = 0.25;

/** Lines as rows from the top of the page to its foot. */
export const printedRows = (lines: readonly TextLine[]): readonly Row[] => {
  const rows: TextLine[][] = [];
  let first: TextLine | null = null;
  for (const line of lines.toSorted((a, b) => b.y - a.y)) {
    if (first !== null && first.y - line.y <= Math.max(first.size, line.size) * BESIDE)
      rows.at(-1)?.push(line);
    else {
      rows.push([line]);
      first = line;
    }
  }
  return rows.map(rowOf);
};

const rowOf = (lines: readonly TextLine[]): Row => {
  const pieces = lines.flatMap(piecesOf).toSorted((a, b) => a.left - b.left);
  const size = lines.reduce((most, line) => Math.max(most, line.size), 0);
  return { lines, pieces: withoutOverlaps(pieces), y: lines[0]?.y ?? 0, size };
};

const piecesOf = (line: TextLine): readonly Piece[] => {
  const groups: TextRun[][] = [];
  let last: TextRun | null = null;
  for (const run of line.runs) {
    const isBlank = run.text.trim() === '';
    const open = groups.at(-1);
    if (open !== undefined && (isBlank || last === null || !isApart(last, run))) open.push(run);
    else groups.push([run]);
    if (!isBlank) last = run;
  }
  return groups.map(pieceOf).filter(({ text }) => text !== '');
};

const isApart = (last: TextRun, run: TextRun): boolean => {
  const gap = run.x - last.x - last.width;
  return gap >= run.size * (isFigure(last.text) && isFigure(run.text) ? FIGURE_GAP : WIDE_GAP);
};

const pieceOf = (runs: readonly TextRun[]): Piece => {
  const spoken = runs.filter(({ text }) => text.trim() !== '');
  return {
    runs,
    text: joinRuns(runs),
    left: spoken.reduce((least, { x }) => Math.min(least, x), Infinity),
    right: spoken.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity),
  };
};

/** Pieces that lie over each other are one. */
const withoutOverlaps = (pieces: readonly Piece[]): readonly Piece[] => {
  const groups: Piece[][] = [];
  let end = -Infinity;
  for (const piece of pieces) {
    if (piece.left >= end - 1) groups.push([piece]);
    else groups.at(-1)?.push(piece);
    end = Math.max(end, piece.right);
  }
  return groups.flatMap((group) =>
    group.length === 1 ? group : [pieceOf(group.flatMap(({ runs }) => runs))],
  );
};
