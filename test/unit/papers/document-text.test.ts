import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../../src/papers/text/block-text.ts';
import { documentText } from '../../../src/papers/text/document-text.ts';
import type { PageContent } from '../../../src/papers/text/page-content.ts';
import { type Line, pageOfLines } from './page-of-lines.ts';

const blocksOf = (...pages: readonly PageContent[]) =>
  documentText(pages).text.pages.flatMap((page) => page.blocks);

describe('a page without tags', () => {
  test('gives headings, numbered paragraphs with bold openings, and lists', () => {
    const page = pageOfLines([
      { text: 'Winter service', y: 740, size: 20 },
      { text: '1. Introduction', y: 700, bold: true },
      { text: '1.1 Roads are gritted on a hundred and', y: 680 },
      { text: 'ten routes, and well-', y: 665 },
      { text: 'known hills come first.', y: 650 },
      { text: '1.2', y: 625 },
      { text: 'Depots.', x: 95, y: 625, bold: true },
      { text: 'There are four.', x: 140, y: 625 },
      { text: '• salt', y: 600 },
      { text: '• people', y: 585 },
    ]);
    expect(blocksOf(page)).toEqual([
      { kind: 'heading', level: 1, text: 'Winter service' },
      { kind: 'heading', level: 3, text: '1. Introduction' },
      {
        kind: 'paragraph',
        number: '1.1',
        lead: null,
        text: 'Roads are gritted on a hundred and ten routes, and well-known hills come first.',
      },
      { kind: 'paragraph', number: '1.2', lead: 'Depots.', text: 'There are four.' },
      { kind: 'item', label: '•', text: 'salt' },
      { kind: 'item', label: '•', text: 'people' },
    ]);
  });

  test('keeps a year and a decimal at the start of a line in their sentence', () => {
    const page = pageOfLines([
      { text: 'The plan was agreed in the spring of', y: 700 },
      { text: '2025 and costs about', y: 685 },
      { text: '3.5 million pounds.', y: 670 },
    ]);
    expect(blocksOf(page)).toEqual([
      {
        kind: 'paragraph',
        number: null,
        lead: null,
        text: 'The plan was agreed in the spring of 2025 and costs about 3.5 million pounds.',
      },
    ]);
  });

  test('reads two columns one after the other, also when the file draws across them', () => {
    const rows = Array.from({ length: 8 }, (_, row): readonly Line[] => [
      { text: `left line number ${row} of eight ends`, x: 60, y: 700 - row * 15 },
      { text: `right line number ${row} of eight end`, x: 310, y: 700 - row * 15 },
    ]);
    const [left, right] = blocksOf(pageOfLines(rows.flat())).map(blockText);
    expect(left).toBe(rows.map((_, row) => `left line number ${row} of eight ends`).join(' '));
    expect(right).toBe(rows.map((_, row) => `right line number ${row} of eight end`).join(' '));
  });

  test('leaves the cells of a table in their rows', () => {
    const rows = Array.from({ length: 8 }, (_, row): readonly Line[] => [
      { text: `kerbs ${row}`, x: 60, y: 700 - row * 15 },
      { text: `${row} done`, x: 400, y: 700 - row * 15 },
    ]);
    const words = blocksOf(pageOfLines(rows.flat())).map(blockText).join(' ');
    expect(words).toContain('kerbs 0 0 done kerbs 1 1 done');
  });
});

const report = (page: number): PageContent =>
  pageOfLines(
    [
      { text: 'Roads Panel, 15 January 2026', y: 780, size: 9 },
      { text: `Words of page ${'abc'[page - 1]} stay.`, y: 600 },
      { text: `Page ${page + 10}`, y: 20, size: 9 },
    ],
    page,
  );

const sums = (number: number): PageContent =>
  pageOfLines(
    [
      { text: `Total of road ${'abc'[number - 1]}`, y: 60 },
      { text: `${number}7`, x: 300, y: 45 },
      { text: `${number}`, x: 290, y: 20 },
    ],
    number,
  );

describe('running heads and feet', () => {
  test('are left out, and the printed page number becomes the label', () => {
    const read = documentText([report(1), report(2), report(3)]);
    expect(read.text.pages.map((page) => page.label)).toEqual(['11', '12', '13']);
    expect(read.text.pages.map((page) => page.blocks.map(blockText))).toEqual([
      ['Words of page a stay.'],
      ['Words of page b stay.'],
      ['Words of page c stay.'],
    ]);
    expect(read.furniture[0]).toEqual(['Roads Panel, 15 January 2026', 'Page 11']);
  });

  test('a line that stands once at the top is no running head', () => {
    const [first] = documentText([pageOfLines([{ text: 'Only here', y: 780 }])]).text.pages;
    expect(first?.blocks.map(blockText)).toEqual(['Only here']);
  });

  test('figures at the foot of a table stay, also when they come back on every page', () => {
    const read = documentText([sums(1), sums(2), sums(3)]);
    expect(read.text.pages.map(({ blocks }) => blocks.map(blockText).join(' '))).toEqual([
      'Total of road a 17',
      'Total of road b 27',
      'Total of road c 37',
    ]);
    expect(read.text.pages.map(({ label }) => label)).toEqual(['1', '2', '3']);
  });

  test('also where they run down the side of a landscape page', () => {
    const stamped = [7, 8].map((number, at) => {
      const page = pageOfLines([{ text: 'Costs by year', y: 300 }], at + 1);
      const stamp = { str: `Page ${number}`, width: 38, fontName: 'plain', hasEOL: true };
      const inside = { ...stamp, str: 'Page 99', transform: [0, -12, 12, 0, 400, 290] };
      const items = [...page.items, { ...stamp, transform: [0, -12, 12, 0, 38, 290] }, inside];
      return { ...page, width: 800, height: 600, items };
    });
    const read = documentText(stamped);
    expect(read.text.pages.map(({ label }) => label)).toEqual(['7', '8']);
    expect(read.furniture).toEqual([['Page 7'], ['Page 8']]);
    expect(read.text.pages[0]?.blocks.map(blockText).join(' ')).toBe('Costs by year Page 99');
  });

  test('a page left blank on purpose has no blocks, and still its label', () => {
    const blank = pageOfLines([
      { text: 'This page is intentionally left blank', y: 400 },
      { text: '12', y: 20 },
    ]);
    expect(documentText([blank]).text.pages).toEqual([{ page: 1, label: '12', blocks: [] }]);
  });
});

const count = (texts: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const found of texts.flatMap((text) => text.split(' ')).filter(Boolean)) {
    counts[found] = (counts[found] ?? 0) + 1;
  }
  return counts;
};

test('no word is lost or doubled, however the lines lie', () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/);
  const line = fc.record({
    text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    x: fc.integer({ min: 20, max: 400 }),
    y: fc.integer({ min: 10, max: 790 }),
    size: fc.constantFrom(9, 12, 14, 20),
    bold: fc.boolean(),
  });
  const pages = fc.array(fc.array(line, { maxLength: 25 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(pages, (sheets) => {
      const read = documentText(sheets.map((lines, at) => pageOfLines(lines, at + 1)));
      const kept = read.text.pages.flatMap((page) => page.blocks.map(blockText));
      expect(count([...kept, ...read.furniture.flat()])).toEqual(
        count(sheets.flat().map((found) => found.text)),
      );
    }),
  );
});
