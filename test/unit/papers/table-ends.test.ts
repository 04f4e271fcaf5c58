import { expect, test } from 'vitest';
import { documentText } from '../../../src/papers/text/document-text.ts';
import { rowsOf } from './page-of-cells.ts';
import { type Line, pageOfLines } from './page-of-lines.ts';

const blocksOf = (lines: readonly Line[]) => documentText([pageOfLines(lines)]).text.pages[0]?.blocks ?? [];

test('a table ends before the numbered paragraph that follows it in the same measure', () => {
  const rows = [
    ['What is counted', 'Last year', 'This year'],
    ['Pupils who walk', '48', '52'],
    ['Pupils who come by car', '37', '33'],
    ['Casualties', '28', '22'],
  ];
  const number: Line = { text: '3.2', x: 60, y: 740 - 4 * 18 };
  const words: Line = {
    text: 'The plan has a budget of a million pounds, of which',
    x: 90,
    y: 740 - 4 * 18,
  };
  const lines = [...rowsOf([60, 400, 500], rows, { top: 740, step: 18, boldRows: 1 }), number, words];
  expect(blocksOf(lines)).toMatchObject([
    { kind: 'table', rows },
    { kind: 'paragraph', number: '3.2', text: words.text },
  ]);
});
