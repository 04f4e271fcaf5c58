import { expect, test } from 'vitest';
import { documentText } from '../../../src/papers/text/document-text.ts';
import type { ContentItem, PageContent, StructureNode } from '../../../src/papers/text/page-content.ts';
import { pageOfLines } from './page-of-lines.ts';

interface Mark {
  readonly id: string;
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly ends?: boolean;
}

const pageOfMarks = (marks: readonly Mark[], structure: StructureNode): PageContent => ({
  page: 1,
  label: null,
  width: 600,
  height: 800,
  structure,
  fonts: { plain: 'Body' },
  items: marks.flatMap(({ id, text, x = 70, y, ends = true }): readonly ContentItem[] => [
    { type: 'beginMarkedContentProps', id },
    { str: text, transform: [12, 0, 0, 12, x, y], width: text.length * 6, fontName: 'plain', hasEOL: ends },
    { type: 'endMarkedContent' },
  ]),
});

const node = (role: string, ...children: readonly StructureNode[]): StructureNode => ({ role, children });
const text = (id: string): StructureNode => node('NonStruct', { type: 'content', id });
const textsOf = (page: PageContent) =>
  documentText([page]).text.pages[0]?.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block,
  );

test('a broken line ends a paragraph, a bold word within one does not', () => {
  const page = pageOfMarks(
    [
      { id: 'a', text: 'Date: Thursday', y: 700 },
      { id: 'b', text: 'Time: 10.00 am', y: 684 },
      { id: 'c', text: 'This agenda was issued on', y: 660 },
      { id: 'd', text: 'Tuesday ', y: 644, ends: false },
      { id: 'e', text: 'by the clerk.', x: 120, y: 644 },
    ],
    node('Root', node('P', text('a'), text('b')), node('P', text('c'), text('d'), text('e'))),
  );
  expect(textsOf(page)).toEqual([
    'Date: Thursday',
    'Time: 10.00 am',
    'This agenda was issued on Tuesday by the clerk.',
  ]);
});

test('the paragraphs of a cell stay apart by line ends', () => {
  const page = pageOfMarks(
    [
      { id: 'n', text: '4', y: 700 },
      { id: 't', text: 'MINUTES', x: 110, y: 700 },
      { id: 'd', text: 'To approve the minutes.', x: 110, y: 684 },
    ],
    node(
      'Root',
      node(
        'Table',
        node('TR', node('TD', node('P', text('n'))), node('TD', node('P', text('t')), node('P', text('d')))),
      ),
    ),
  );
  expect(textsOf(page)).toEqual([
    { kind: 'table', header: false, rows: [['4', 'MINUTES\nTo approve the minutes.']] },
  ]);
});

test('short lines that nobody wrapped are paragraphs of their own, wrapped ones are one', () => {
  const page = pageOfLines([
    { text: 'The members who came to this meeting are named below, and so is the officer', y: 700 },
    { text: 'who wrote down what was said and done at it.', y: 684 },
    { text: 'Councillor Ann Ash', y: 668 },
    { text: 'Councillor Ben Oak', y: 652 },
    { text: 'Cy Dale, clerk to the', y: 636 },
    { text: 'council', y: 620 },
  ]);
  expect(textsOf(page)).toEqual([
    'The members who came to this meeting are named below, and so is the officer who wrote down what was said and done at it.',
    'Councillor Ann Ash',
    'Councillor Ben Oak',
    'Cy Dale, clerk to the council',
  ]);
});
