import type { TextBlock } from '../../domain/paper-text.ts';
import { alignedTables } from './aligned-tables.ts';
import { blockText } from './block-text.ts';
import type { TextLine } from './geometry-lines.ts';
import { headingLevel, isStrong } from './heading-level.ts';
import { joinRuns } from './join-runs.ts';
import { runsToParagraph, splitNumber } from './numbered-paragraph.ts';
import type { Rule } from './page-content.ts';
import { ruledTables } from './ruled-tables.ts';
import type { TextRun } from './text-run.ts';

const BULLET = /^([•·●○▪■–*‣⁃]|[a-z]\)|\([a-z]\)|\([ivx]+\))\s+(?=\S)/;

/** The commonest letter size of some lines, weighed by letters: what "body text" means on them. */
export const bodySize = (lines: readonly TextLine[]): number => {
  const letters = new Map<number, number>();
  for (const run of lines.flatMap((line) => line.runs)) {
    const size = Math.round(run.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + run.text.trim().length);
  }
  const [commonest] = [...letters].toSorted(([, a], [, b]) => b - a);
  return commonest?.[0] ?? 0;
};

/**
 * Blocks of a page without tags: a block ends where the leading opens, the size changes, a number or a
 * bullet begins, or a line stops short.
 */
export const geometryBlocks = (
  lines: readonly TextLine[],
  body: number,
  rules: readonly Rule[] = [],
): readonly TextBlock[] => {
  const limits = columnLimits(lines);
  const readCell = (cell: readonly TextLine[]): string =>
    linesToBlocks(cell, body, columnLimits(cell)).map(blockText).join('\n');
  return ruledTables(lines, rules, readCell)
    .flatMap((part) => ('kind' in part ? [part] : alignedTables(part, readCell)))
    .flatMap((part) => ('kind' in part ? [part] : linesToBlocks(part, body, limits)));
};

const linesToBlocks = (lines: readonly TextLine[], body: number, limits: Limits): readonly TextBlock[] => {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || startsBlock(last, line, limits)) groups.push([line]);
    else group.push(line);
  }
  return groups.flatMap((group) => linesToBlock(group, body));
};

/** How far the lines of each column reach, by where they begin. */
type Limits = ReadonlyMap<number, number>;

const COLUMN = 4;

const columnLimits = (lines: readonly TextLine[]): Limits => {
  const limits = new Map<number, number>();
  for (const { left, right } of lines) {
    const place = Math.round(left / COLUMN);
    limits.set(place, Math.max(limits.get(place) ?? 0, right));
  }
  return limits;
};

/** Nobody wrapped it: the next word had room, and the next line begins something. */
const stopsShort = (last: TextLine, line: TextLine, limits: Limits): boolean => {
  const place = Math.round(line.left / COLUMN);
  if (Math.abs(Math.round(last.left / COLUMN) - place) > 1) return false;
  const text = joinRuns(line.runs);
  if (!/^["“‘(*]?\p{Lu}/u.test(text) || UNFINISHED.test(joinRuns(last.runs))) return false;
  const limit = Math.max(...[place - 1, place, place + 1].map((near) => limits.get(near) ?? 0));
  const letter = (line.right - line.left) / Math.max(1, text.length);
  const word = (text.split(' ', 1)[0] ?? '').length + 1;
  return last.right + word * letter + line.size < limit;
};

const UNFINISHED = /(?:[,&–-]|\b(?:of|and|the|for|to|in|on|at|by|with|from|or|a|an))$/i;

const startsBlock = (last: TextLine, line: TextLine, limits: Limits): boolean => {
  const size = Math.max(last.size, line.size);
  const drop = last.y - line.y;
  // Further along the same printed line: a number and its paragraph, or the cells of a row.
  if (Math.abs(drop) < size * 0.5 && line.left >= last.right - size) return false;
  if (drop < -size || drop > size * 1.75) return true;
  if (Math.abs(last.size - line.size) > size * 0.12) return true;
  if (isStrong(last.runs) !== isStrong(line.runs) && (isStrong(last.runs) || drop > size * 1.4)) return true;
  const text = joinRuns(line.runs);
  if (opensStrong(line) && /[.:;]$/.test(joinRuns(last.runs))) return true;
  return BULLET.test(text) || splitNumber(text) !== null || stopsShort(last, line, limits);
};

/** Bold words that open a line which goes on in another weight: the next of a list whose marks were drawn. */
const opensStrong = ({ runs }: TextLine): boolean => {
  const spoken = runs.filter(({ text }) => text.trim() !== '');
  return spoken[0]?.strong === true && spoken.some(({ strong }) => !strong);
};

const linesToBlock = (lines: readonly TextLine[], body: number): readonly TextBlock[] => {
  const runs = linesToRuns(lines);
  const text = joinRuns(runs);
  if (text === '') return [];
  const level = lines.length > 3 ? null : headingLevel(runs, text, body);
  if (level !== null) return [{ kind: 'heading', level, text }];
  const bullet = BULLET.exec(text);
  if (bullet?.[1] !== undefined)
    return [{ kind: 'item', label: bullet[1], text: text.slice(bullet[0].length) }];
  return [runsToParagraph(runs, null)];
};

/** Lines of one block as runs of one text: numbered anew, each line's end marked. */
const linesToRuns = (lines: readonly TextLine[]): readonly TextRun[] =>
  lines
    .flatMap(({ runs }) => runs.map((run, at) => (at === runs.length - 1 ? { ...run, endsLine: true } : run)))
    .map((run, index) => ({ ...run, index }));
