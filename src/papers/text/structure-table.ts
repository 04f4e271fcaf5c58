import type { TextBlock } from '../../domain/paper-text.ts';
import { blockText } from './block-text.ts';
import { joinRuns } from './join-runs.ts';
import type { StructureElement, StructureNode } from './page-content.ts';
import { isElement, type Reading, runsUnder } from './structure-node.ts';

/** How the blocks inside a cell or a caption are read. */
type ReadBlocks = (node: StructureNode, reading: Reading) => readonly TextBlock[];

/**
 * A table's rows of cells. A "table" of one column is layout (Word's frames and forms): its cells are
 * read as the blocks they hold.
 */
export const tableBlocks = (
  table: StructureElement,
  reading: Reading,
  readBlocks: ReadBlocks,
): readonly TextBlock[] => {
  const rows = rowsUnder(table);
  const cells = rows.map((row) => row.children.filter(isElement));
  const captions = table.children
    .filter((child) => isElement(child) && child.role === 'Caption')
    .flatMap((child) => readBlocks(child, reading));
  if (cells.every((row) => row.length <= 1)) {
    const inside = cells.flat().flatMap((cell) => readBlocks({ ...cell, role: 'Div' }, reading));
    return [...captions, ...inside];
  }
  const texts = cells.map((row) => row.map((cell) => cellText(cell, reading, readBlocks)));
  const filled = texts.filter((row) => row.some((text) => text !== ''));
  if (filled.length === 0) return captions;
  const header = cells[0]?.every((cell) => cell.role === 'TH') ?? false;
  return [...captions, { kind: 'table', header: header && filled[0] === texts[0], rows: filled }];
};

/** A cell's words; its paragraphs stay apart by line ends. A table inside a cell is read as that cell's text. */
const cellText = (cell: StructureElement, reading: Reading, readBlocks: ReadBlocks): string => {
  const whole = joinRuns(runsUnder(cell, reading));
  if (
    cell.children.length < 2 &&
    !cell.children.some((child) => isElement(child) && child.children.length > 1)
  )
    return whole;
  const parts = readBlocks({ ...cell, role: 'Div' }, reading).map(blockText);
  const text = parts.filter((part) => part !== '').join('\n');
  return lettersOf(text) === lettersOf(whole) ? text : whole;
};

const lettersOf = (text: string): string => text.replace(/\s/g, '');

/** Rows of this table only. */
const rowsUnder = (node: StructureNode): readonly StructureElement[] => {
  if (!isElement(node)) return [];
  return node.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.role === 'TR') return [child];
    return child.role === 'TH' || child.role === 'TD' || child.role === 'Caption' ? [] : rowsUnder(child);
  });
};
