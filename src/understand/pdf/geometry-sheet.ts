import { type TextLine, textLines } from '../../papers/text/geometry-lines.ts';
import { joinRuns } from '../../papers/text/join-runs.ts';
import type { PageContent, StructureNode } from '../../papers/text/page-content.ts';
import { type TextRun, textRuns } from '../../papers/text/text-run.ts';

/** One printed row of a page without tags: its cells from left to right. */
export interface PrintedRow {
  readonly cells: readonly string[];
  /** Where each begins. */
  readonly lefts: readonly number[];
  /** How far the widest line of each reaches. */
  readonly rights: readonly number[];
  readonly strong: boolean;
}

interface Cell {
  readonly text: string;
  readonly left: number;
  /** Of its last line. */
  readonly right: number;
  readonly widest: number;
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
  /** Of its first and its last words. */
  readonly startsStrong: boolean;
  readonly endsStrong: boolean;
}

/** Rows further apart than this many letter sizes are not one text. */
const LEADING = 1.7;
const SLACK = 4;
/** Rows that make a column. */
const FEWEST_ROWS = 2;
/** Share of the page in which text is set. */
const NARROWEST = 0.3;
/** Text reaches at least this far over a page, also where a short one does not. */
const TEXT_WIDTH = 0.8;

/**
 * The printed rows of a page from top to bottom, lines that were wrapped put together. Lists of short lines stay
 * apart, which in running text would be one paragraph. `left out` are running heads and feet.
 */
export const printedRows = (
  content: PageContent,
  strongFonts: ReadonlySet<string>,
  leftOut: ReadonlySet<string>,
): readonly PrintedRow[] => {
  const lines = textLines(textRuns(content, strongFonts)).map(cellOf);
  const shown = lines.filter(({ text }) => text !== '' && !leftOut.has(text));
  const margin = Math.max(content.width * TEXT_WIDTH, ...shown.map(({ right }) => right));
  const printed = withWholeSpans(inRows(shown));
  const limitOf = columnLimits(printed, margin);
  const rows: Cell[][] = [];
  for (const row of printed) {
    const above = rows.at(-1);
    const wrapped = above === undefined ? -1 : wrappedCell(above, row, limitOf);
    if (above !== undefined && wrapped >= 0) above[wrapped] = joined(above[wrapped], row[0]);
    else rows.push([...row]);
  }
  return rows.map((row) => ({
    cells: row.map(({ text }) => text),
    lefts: row.map(({ left }) => left),
    rights: row.map(({ widest }) => widest),
    strong: row.every(({ strong }) => strong),
  }));
};

/**
 * Whether most of a page's words stand under its tags, so that its blocks can be trusted. Writers of web pages tag a
 * table that only sets things beside each other as nothing: its rows are lost, and where it stands tells more.
 */
export const isTagged = (content: PageContent): boolean => {
  const ids = contentIds(content.structure);
  const runs = textRuns(content, new Set());
  const tagged = runs.filter((run) => run.content !== null && ids.has(run.content));
  const named = tagged.filter((run) => ids.get(run.content ?? '') === true);
  const all = lengthOf(tagged);
  return ids.size > 0 && all * 2 >= lengthOf(runs) && all - lengthOf(named) <= all * MOST_NAMELESS;
};

/** Share of the words under tags that may stand under no tag with a meaning. */
const MOST_NAMELESS = 0.04;
const GROUPS = new Set(['Root', 'Document', 'Div', 'Sect', 'Part', 'Art']);

/** Ids of content; false for what stands under tags that mean nothing, and under none that says what it is. */
const contentIds = (structure: StructureNode | null): ReadonlyMap<string, boolean> => {
  const ids = new Map<string, boolean>();
  const open: { readonly node: StructureNode; readonly named: boolean | null }[] =
    structure === null ? [] : [{ node: structure, named: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, named } = next;
    if ('id' in node) {
      ids.set(node.id, named !== false);
      continue;
    }
    const own = node.role === 'NonStruct' ? (named ?? false) : GROUPS.has(node.role) ? named : true;
    for (const child of node.children) open.push({ node: child, named: own });
  }
  return ids;
};

const lengthOf = (runs: readonly TextRun[]): number =>
  runs.reduce((sum, { text }) => sum + text.trim().length, 0);

const cellOf = (line: TextLine): Cell => ({
  startsStrong: said(line).at(0)?.strong ?? false,
  endsStrong: said(line).at(-1)?.strong ?? false,
  text: joinRuns(line.runs).replace(/\s+/g, ' ').trim(),
  left: line.left,
  right: line.right,
  widest: line.right,
  y: line.y,
  size: line.size,
  strong: line.runs.every(({ strong, text }) => strong || text.trim() === ''),
});

const said = ({ runs }: TextLine): readonly TextRun[] => runs.filter(({ text }) => text.trim() !== '');

const inRows = (cells: readonly Cell[]): readonly (readonly Cell[])[] => {
  const rows: Cell[][] = [];
  for (const cell of cells.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && Math.abs(first.y - cell.y) <= first.size * 0.6)
      row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
};

const isUnder = (above: Cell, cell: Cell): boolean =>
  cell.left < above.right && cell.right > above.left && above.y - cell.y <= above.size * LEADING;

const OPEN_SPAN = /(?:^|\s)\(?(?:pages?\s)?\d{1,5}\s?[-–—]$/i;

/** "5 -" with "12" under it, in a column too narrow for both. */
const withWholeSpans = (rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => {
  const whole = rows.map((row) => [...row]);
  for (const [at, row] of whole.entries()) {
    const open = row.at(-1);
    const below = whole[at + 1];
    const opens = OPEN_SPAN.exec(open?.text ?? '');
    if (open === undefined || below === undefined || opens === null) continue;
    const end = below.findIndex((cell) => isUnder(open, cell) && /^\d{1,5}\)?$/.test(cell.text));
    if (end < 0) continue;
    // Where the title comes close to its pages, both were read as one.
    const isColumn = !opens[0].includes('(');
    const title = { ...open, text: isColumn ? open.text.slice(0, opens.index) : '' };
    const text = isColumn ? opens[0].trim() : open.text;
    const span = joined({ ...open, text }, below[end]);
    row.splice(-1, 1, ...(title.text === '' ? [span] : [title, span]));
    below.splice(end, 1);
  }
  return whole.filter((row) => row.length > 0);
};

/**
 * How far a cell may reach: up to what stands beside it; or else to the column that stands beside others like it,
 * unless it crosses that column; or to the margin.
 */
const columnLimits = (
  rows: readonly (readonly Cell[])[],
  margin: number,
): ((cell: Cell, beside: Cell | undefined) => number) => {
  const columns = new Map<number, number>();
  return (cell, beside) => {
    if (beside !== undefined) return beside.left;
    const place = Math.round(cell.left);
    const column = columns.get(place) ?? columnBeside(rows, place, margin);
    columns.set(place, column);
    return cell.right <= column ? Math.min(column, margin) : margin;
  };
};

/** Where the next column begins in rows that have a cell at `left`; infinite where there is none. */
const columnBeside = (rows: readonly (readonly Cell[])[], left: number, margin: number): number => {
  let column = Infinity;
  let count = 0;
  for (const row of rows) {
    const at = row.findIndex((cell) => Math.abs(cell.left - left) <= SLACK);
    const beside = at < 0 ? undefined : row[at + 1];
    // A column of numbers holds no text that could be wrapped.
    if (beside === undefined || beside.left - left < margin * NARROWEST) continue;
    count += 1;
    column = Math.min(column, beside.left);
  }
  return count >= FEWEST_ROWS ? column : Infinity;
};

/** The cell above that a row goes on from, or -1 when there is none. */
const wrappedCell = (
  above: readonly Cell[],
  row: readonly Cell[],
  limitOf: (cell: Cell, beside: Cell | undefined) => number,
): number => {
  const [next] = row;
  if (next === undefined || row.length > 1) return -1;
  return above.findIndex((cell, at) => {
    const isBelow = cell.y - next.y > 0 && cell.y - next.y <= cell.size * LEADING;
    const isAligned =
      Math.abs(cell.left - next.left) <= SLACK || isHanging(cell, next) || isCentred(cell, next);
    if (!isBelow || !isAligned || cell.endsStrong !== next.startsStrong) return false;
    return isCutWord(cell, next) || goesOn(cell, next, limitOf(cell, above[at + 1]));
  });
};

/** Whether a line fills its column and is not complete: the next word had no room, or its sentence goes on. */
const goesOn = (cell: Cell, next: Cell, limit: number): boolean => {
  if ((cell.right - cell.left) * 2 < limit - cell.left) return false;
  if (UNFINISHED.test(cell.text) || /^\p{Ll}/u.test(next.text)) return true;
  const word = next.text.split(' ')[0]?.length ?? 0;
  const share = Math.abs(cell.left - next.left) <= SLACK || isHanging(cell, next) ? 1 : 0.5;
  // What is set around a middle grows to both sides.
  const width = ((next.right - next.left) / next.text.length) * (word + 1) * share;
  return cell.right + width > limit - SLACK && !OPENING.test(next.text);
};

const UNFINISHED = /(?:\b(?:at|on|in|of|the|and|for|to|by|with|from|or)|,)$/i;
/** A number or a label before a colon begins something of its own. */
const OPENING = /^\(?(?:\d{1,3}[a-z]?|[A-Z]\d{0,2})[.)]?\s+\p{Lu}|^\p{Lu}[\p{L} ]{1,30}(?:\(\d{1,3}\)\s?)?:/u;

/** A postcode's halves belong together, and so does what a dash announces. */
const isCutWord = (cell: Cell, next: Cell): boolean =>
  (/\b[A-Z]{1,2}\d[A-Z\d]?$/.test(cell.text) && /^\d[A-Z]{2}\b/.test(next.text)) ||
  (/\p{L}\.?\s[-–—]$/u.test(cell.text) && /^\p{Lu}/u.test(next.text));

/** Lines set around one middle share no left edge. */
const isCentred = (cell: Cell, next: Cell): boolean =>
  Math.abs(cell.left + cell.right - next.left - next.right) <= SLACK * 2;

/** "4. Title" goes on under its title, not under its number. */
const isHanging = (cell: Cell, next: Cell): boolean =>
  /^\(?[\dA-Z]{1,3}(?:\.\d{1,2})?[a-z]?[.)]{0,2}\s/.test(cell.text) &&
  next.left > cell.left &&
  next.left - cell.left <= cell.size * 5;

const joined = (above: Cell | undefined, next: Cell | undefined): Cell => {
  if (above === undefined || next === undefined) throw new Error('a row without cells');
  const isBroken = /\p{L}-$/u.test(above.text) && /^\p{Ll}/u.test(next.text);
  return {
    ...above,
    text: `${above.text}${isBroken ? '' : ' '}${next.text}`,
    endsStrong: next.endsStrong,
    right: next.right,
    widest: Math.max(above.widest, next.right),
    y: next.y,
  };
};
