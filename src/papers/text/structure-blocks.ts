import type { TextBlock } from '../../domain/paper-text.ts';
import { joinRuns } from './join-runs.ts';
import { headingLevel } from './heading-level.ts';
import { runsToParagraph } from './numbered-paragraph.ts';
import type { StructureElement, StructureNode } from './page-content.ts';
import { inlineLines } from './inline-lines.ts';
import { isElement, type Reading, runsUnder } from './structure-node.ts';
import { tableBlocks } from './structure-table.ts';
import type { TextRun } from './text-run.ts';

const BLOCKS = new Set(
  'Document Part Art Sect Div BlockQuote Aside Index TOC TOCI P Title Caption Figure Formula L LI LBody Table THead TBody TFoot TR TH TD H H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);
const HEADING = /^(?:H([1-6])?|Title)$/;

/** A tagged page's blocks in the order of its tags (PDF 32000-1, 14.8.4). */
export const structureBlocks = (root: StructureNode, reading: Reading): readonly TextBlock[] => {
  if (!isElement(root)) return proseBlocks(runsUnder(root, reading), reading.body);
  const heading = HEADING.exec(root.role);
  if (heading !== null) return headingBlocks(joinRuns(runsUnder(root, reading)), Number(heading[1] ?? 1));
  switch (root.role) {
    case 'Table':
      return tableBlocks(root, reading, structureBlocks);
    case 'LI':
      return listItemBlocks(root, reading);
    case 'Figure':
    case 'Formula':
      return figureBlocks(root, reading);
    default:
      return root.children.some(holdsBlocks) ? mixedBlocks(root, reading) : inlineBlocks([root], reading);
  }
};

const holdsBlocks = (node: StructureNode): boolean =>
  isElement(node) && (BLOCKS.has(node.role) || node.children.some(holdsBlocks));

/** Loose text between blocks becomes a paragraph of its own. */
const mixedBlocks = (element: StructureElement, reading: Reading): readonly TextBlock[] => {
  const blocks: TextBlock[] = [];
  let loose: StructureNode[] = [];
  const flush = (): void => {
    blocks.push(...inlineBlocks(loose, reading));
    loose = [];
  };
  for (const child of element.children) {
    if (!holdsBlocks(child)) {
      loose.push(child);
      continue;
    }
    flush();
    blocks.push(...structureBlocks(child, reading));
  }
  flush();
  return blocks;
};

/** "2.2" as the label of a list item is a paragraph number; "•", "a)" and "1." are labels. */
const listItemBlocks = (item: StructureElement, reading: Reading): readonly TextBlock[] => {
  const label = joinRuns(item.children.filter(isLabel).flatMap((child) => runsUnder(child, reading)));
  const body = item.children.filter((child) => !isLabel(child));
  const number = /^(\d{1,3}(?:\.\d{1,3})+)\.?$/.exec(label)?.[1] ?? null;
  const [first, ...rest] = mixedBlocks({ role: 'LBody', children: body.flatMap(unwrapped) }, reading);
  if (first?.kind === 'heading') return [{ ...first, text: `${label} ${first.text}`.trim() }, ...rest];
  if (first?.kind !== 'paragraph') {
    const alone: TextBlock[] = label === '' ? [] : [{ kind: 'item', label, text: '' }];
    return [...alone, ...(first === undefined ? [] : [first]), ...rest];
  }
  if (number !== null) return [{ ...first, number }, ...rest];
  return [{ kind: 'item', label, text: paragraphWords(first) }, ...rest];
};

const isLabel = (node: StructureNode): boolean => isElement(node) && node.role === 'Lbl';

const unwrapped = (node: StructureNode): readonly StructureNode[] =>
  isElement(node) && node.role === 'LBody' ? node.children : [node];

const paragraphWords = (block: Extract<TextBlock, { kind: 'paragraph' }>): string =>
  [block.number, block.lead, block.text].filter((part) => part !== null && part !== '').join(' ');

const figureBlocks = (figure: StructureElement, reading: Reading): readonly TextBlock[] => {
  const inside = figure.children.some(holdsBlocks)
    ? mixedBlocks(figure, reading)
    : proseBlocks(runsUnder(figure, reading), reading.body);
  const alt = figure.alt?.trim() ?? '';
  return alt === '' && inside.length > 0 ? inside : [{ kind: 'figure', alt }, ...inside];
};

/** Text without blocks in it: one paragraph, or as many as its printed lines are of their own. */
const inlineBlocks = (nodes: readonly StructureNode[], reading: Reading): readonly TextBlock[] =>
  inlineLines(nodes, reading).flatMap((runs) => proseBlocks(runs, reading.body));

/** Word reports tag their headings as paragraphs: size and weight tell. */
const proseBlocks = (runs: readonly TextRun[], body: number): readonly TextBlock[] => {
  const text = joinRuns(runs);
  if (text === '') return [];
  const level = headingLevel(runs, text, body);
  return [level === null ? runsToParagraph(runs, null) : { kind: 'heading', level, text }];
};

const headingBlocks = (text: string, level: number): readonly TextBlock[] =>
  text === '' ? [] : [{ kind: 'heading', level: tagLevel(level), text }];

const tagLevel = (level: number): 1 | 2 | 3 | 4 | 5 | 6 =>
  level === 2 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 1;
