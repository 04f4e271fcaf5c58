import { expect, test } from 'vitest';
import { documentText } from '../../../src/papers/text/document-text.ts';
import { type Line, pageOfLines } from './page-of-lines.ts';

/** Small words all over a page, in columns and rows that lie over each other; and all on one line. */
const hostile = {
  'in columns': (count: number): readonly Line[] =>
    Array.from({ length: count }, (_, at) => ({
      text: at % 3 === 0 ? 'x' : '12',
      x: (at % 7) * 80,
      y: 790 - (at % 1009) * 0.75,
      size: 1,
    })),
  'on one line': (count: number): readonly Line[] =>
    Array.from({ length: count }, (_, at) => ({ text: 'word', x: at / 100, y: 700 })),
} as const;

test.for(Object.entries(hostile))('very many pieces %s take a time in proportion', ([, piecesOf]) => {
  const timeOf = (count: number): number => {
    const page = pageOfLines(piecesOf(count));
    const start = performance.now();
    documentText([page]);
    return performance.now() - start;
  };
  timeOf(4000);
  const few = Math.min(timeOf(4000), timeOf(4000), timeOf(4000));
  expect(timeOf(40_000)).toBeLessThan(Math.max(few, 20) * 40);
});
