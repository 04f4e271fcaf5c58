import type { StructureElement, StructureNode } from './page-content.ts';
import { isElement, type Reading } from './structure-node.ts';
import type { TextRun } from './text-run.ts';

/** Runs of one pointer to content, the element that holds it, and the one around that. */
interface Piece {
  readonly runs: readonly TextRun[];
  readonly holder: StructureElement | null;
  readonly around: StructureElement | null;
}

const JOINING = /(?:[,&–-]|\b(?:of|and|the|for|to|in|on|at|by|with|from|or|a|an))\s*$/i;

/**
 * Text that no block divides, cut where its writer broke a line. Writers of web pages give every text between two
 * breaks an element that means nothing ("NonStruct"): where one ends at the end of a printed line, and the next does
 * not go on with its sentence, the line was broken. What stands beside each other on a line stays together.
 */
export const inlineLines = (
  nodes: readonly StructureNode[],
  reading: Reading,
): readonly (readonly TextRun[])[] => {
  const lines: TextRun[][] = [];
  let last: Piece | null = null;
  for (const piece of nodes.flatMap((node) => piecesOf(node, reading, null, null))) {
    const open = lines.at(-1);
    if (open === undefined || last === null || breaks(last, piece)) lines.push([...piece.runs]);
    else open.push(...piece.runs);
    if (wordsOf(piece.runs) !== '') last = piece;
  }
  return lines;
};

const piecesOf = (
  node: StructureNode,
  reading: Reading,
  holder: StructureElement | null,
  around: StructureElement | null,
): readonly Piece[] => {
  if (!isElement(node)) return [{ runs: reading.runs.get(node.id) ?? [], holder, around }];
  return node.children.flatMap((child) => piecesOf(child, reading, node, holder));
};

const breaks = (last: Piece, next: Piece): boolean => {
  if (last.holder?.role !== 'NonStruct' || next.holder?.role !== 'NonStruct') return false;
  const above = last.runs.findLast(({ text }) => text.trim() !== '');
  const below = next.runs.find(({ text }) => text.trim() !== '');
  if (above === undefined || below === undefined) return false;
  if (Math.abs(above.y - below.y) <= Math.max(above.size, below.size) * 0.6) return false;
  if (last.around !== next.around) return true;
  return !/^\s*\p{Ll}/u.test(below.text) && !JOINING.test(wordsOf(last.runs));
};

const wordsOf = (runs: readonly TextRun[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim();
