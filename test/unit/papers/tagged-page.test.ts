import { expect, test } from 'vitest';
import { documentText } from '../../../src/papers/text/document-text.ts';
import type { ContentItem, PageContent, StructureNode } from '../../../src/papers/text/page-content.ts';

/** A page whose texts are marked by id; `bold` ids are in bold, `Artifact` ones are furniture. */
const taggedPage = (texts: Readonly<Record<string, string>>, structure: StructureNode): PageContent => ({
  page: 1,
  label: 'iv',
  width: 600,
  height: 800,
  structure,
  fonts: { plain: 'Body', bold: 'Body-Bold' },
  items: Object.entries(texts).flatMap(([id, str], at): readonly ContentItem[] => [
    { type: 'beginMarkedContentProps', id, tag: id.startsWith('foot') ? 'Artifact' : 'P' },
    {
      str,
      transform: [12, 0, 0, 12, 70, id.startsWith('foot') ? 30 : 700 - at * 20],
      width: 100,
      fontName: id.startsWith('bold') ? 'bold' : 'plain',
      hasEOL: true,
    },
    { type: 'endMarkedContent' },
  ]),
});

const leaf = (id: string): StructureNode => ({ type: 'content', id });
const node = (role: string, ...children: readonly StructureNode[]): StructureNode => ({ role, children });
const blocksOf = (page: PageContent) => documentText([page]).text.pages[0]?.blocks;

test('tags give order, levels, list labels, paragraph numbers and header cells', () => {
  const page = taggedPage(
    {
      b: 'Second',
      a: 'First',
      l1: '2.2',
      'bold-lead': 'Lights.',
      l2: 'On at dusk.',
      d: '•',
      e: 'one thing',
      h1: 'Area',
      h2: 'Date',
      c1: 'Lights',
      c2: 'May 2026',
      foot: 'Page 4',
    },
    node(
      'Root',
      node('H2', leaf('a')),
      node('P', leaf('b')),
      node('L', node('LI', node('Lbl', leaf('l1')), node('LBody', node('P', leaf('bold-lead'), leaf('l2'))))),
      node('L', node('LI', node('Lbl', leaf('d')), node('LBody', leaf('e')))),
      node(
        'Table',
        node('THead', node('TR', node('TH', leaf('h1')), node('TH', leaf('h2')))),
        node('TBody', node('TR', node('TD', leaf('c1')), node('TD', leaf('c2')))),
      ),
      { role: 'Figure', alt: 'A map of the lights', children: [] },
    ),
  );
  expect(blocksOf(page)).toEqual([
    { kind: 'heading', level: 2, text: 'First' },
    { kind: 'paragraph', number: null, lead: null, text: 'Second' },
    { kind: 'paragraph', number: '2.2', lead: 'Lights.', text: 'On at dusk.' },
    { kind: 'item', label: '•', text: 'one thing' },
    {
      kind: 'table',
      header: true,
      rows: [
        ['Area', 'Date'],
        ['Lights', 'May 2026'],
      ],
    },
    { kind: 'figure', alt: 'A map of the lights' },
  ]);
  expect(documentText([page]).text.pages[0]?.label).toBe('4');
});

test('a table of one column is layout, and an empty list item before a heading is its number', () => {
  const page = taggedPage(
    { a: 'In a frame.', n: '76.', t: 'Apologies' },
    node(
      'Root',
      node('Table', node('TR', node('TD', node('P', leaf('a'))))),
      node('L', node('LI', node('Lbl', leaf('n')))),
      node('H3', leaf('t')),
    ),
  );
  expect(blocksOf(page)).toEqual([
    { kind: 'paragraph', number: null, lead: null, text: 'In a frame.' },
    { kind: 'heading', level: 3, text: '76. Apologies' },
  ]);
});

test('text that no tag claims is read too', () => {
  const page = taggedPage({ stamp: 'Agenda Item 9', a: 'Tagged.' }, node('Root', node('P', leaf('a'))));
  expect(blocksOf(page)).toEqual([
    { kind: 'paragraph', number: null, lead: null, text: 'Agenda Item 9' },
    { kind: 'paragraph', number: null, lead: null, text: 'Tagged.' },
  ]);
});

test('tags that would lose words are not believed', () => {
  const page = taggedPage(
    { a: 'Words beside the rows of a table', c1: 'x', c2: 'y' },
    node('Root', node('Table', leaf('a'), node('TR', node('TD', leaf('c1')), node('TD', leaf('c2'))))),
  );
  expect(JSON.stringify(blocksOf(page))).toContain('Words beside the rows of a table');
});
