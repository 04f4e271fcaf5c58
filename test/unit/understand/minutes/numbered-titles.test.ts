import { expect, test } from 'vitest';
import { numberedTitles } from '../../../../src/understand/minutes/numbered-titles.ts';
import { printedLines } from '../../../../src/understand/minutes/printed-lines.ts';
import { samplePaper } from './sample-paper.ts';

const numbers = (source: string) =>
  numberedTitles(printedLines(samplePaper(source))).map(({ number, title }) => `${number} ${title}`);

test('headings whose numbers do not run on are no titles', () => {
  expect(
    numbers(`
    # 117. Apologies
    # 118. Budget
    # 1. Background
    # 2. Choices
    # 2025 and after
    # 119. Roads`),
  ).toEqual(['117 Apologies', '118 Budget', '119 Roads']);
});

test('a title that lost its bold type fills its gap; a paragraph of that number does not', () => {
  expect(
    numbers(`
    # 7. Apologies
    8. This is a paragraph that ends with a full stop.
    8. Budget
    # 9. Roads
    10. Not between two titles`),
  ).toEqual(['7 Apologies', '8 Budget', '9 Roads']);
});

test('numbers with letters and years', () => {
  expect(numbers('# CB 24/45 Apologies\n# CB 24/46 Budget')).toEqual([
    'CB 24/45 Apologies',
    'CB 24/46 Budget',
  ]);
  expect(numbers('# 45/24 Apologies\n# 46/24 Budget')).toEqual(['45/24 Apologies', '46/24 Budget']);
});
