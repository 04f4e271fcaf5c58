import { describe, expect, test } from 'vitest';
import { blockText } from '../../../src/papers/text/block-text.ts';
import { documentText } from '../../../src/papers/text/document-text.ts';
import type { PageContent } from '../../../src/papers/text/page-content.ts';
import { gridRules, rowsOf, ruledPage } from './page-of-cells.ts';

const blocksOf = (...pages: readonly PageContent[]) =>
  documentText(pages).text.pages.flatMap(({ blocks }) => blocks);
const xs = [50, 200, 400];

describe('text in a grid of drawn lines', () => {
  test('is a table, also of two rows, with the paragraphs of a cell apart', () => {
    const lines = [
      { text: 'Before it.', x: 50, y: 740 },
      ...rowsOf([55, 205], [['Item', 'What was said']], { top: 700, boldRows: 1 }),
      { text: 'Lights', x: 55, y: 675 },
      { text: 'They are on from dusk until', x: 205, y: 675 },
      { text: 'dawn.', x: 205, y: 661 },
      { text: 'Nobody minds.', x: 205, y: 635 },
      { text: 'After it.', x: 50, y: 590 },
    ];
    expect(blocksOf(ruledPage(lines, gridRules({ xs, ys: [715, 690, 620] })))).toEqual([
      { kind: 'paragraph', number: null, lead: null, text: 'Before it.' },
      {
        kind: 'table',
        header: true,
        rows: [
          ['Item', 'What was said'],
          ['Lights', 'They are on from dusk until dawn.\nNobody minds.'],
        ],
      },
      { kind: 'paragraph', number: null, lead: null, text: 'After it.' },
    ]);
  });

  test('a heading over two columns stands above the first of them', () => {
    const rules = gridRules({ xs: [50, 150, 250, 350], ys: [715, 690, 665, 640] }).filter(
      (rule) => !(rule.x1 === 250 && rule.x2 === 250 && rule.y2 === 715),
    );
    const lines = [
      { text: 'Both years', x: 160, y: 697 },
      ...rowsOf(
        [55, 155, 255],
        [
          ['', '2025', '2026'],
          ['Salt', '40', '50'],
        ],
        { top: 672, step: 25 },
      ),
    ];
    expect(blocksOf(ruledPage(lines, rules))).toMatchObject([
      {
        kind: 'table',
        rows: [
          ['', 'Both years', ''],
          ['', '2025', '2026'],
          ['Salt', '40', '50'],
        ],
      },
    ]);
  });

  test('goes on over the page with its columns', () => {
    const rows = [
      ['Roads', 'May'],
      ['Parks', 'June'],
    ];
    const pages = rows.map((row, at) =>
      ruledPage(rowsOf([55, 205], [row, ['Halls', 'July']]), gridRules({ xs, ys: [715, 690, 665] }), at + 1),
    );
    expect(blocksOf(...pages).map((block) => (block.kind === 'table' ? block.rows : null))).toEqual(
      rows.map((row) => [row, ['Halls', 'July']]),
    );
  });

  test('words of two cells that were read as one text are parted at the line between them', () => {
    const lines = [
      { text: 'Present Apologies', x: 155, y: 697 },
      ...rowsOf(
        [55, 155, 205],
        [
          ['Brook', 'x', ''],
          ['Carr', '', 'x'],
        ],
        { top: 672, step: 25 },
      ),
    ];
    const rules = gridRules({ xs: [50, 150, 201, 280], ys: [715, 690, 665, 640] });
    expect(blocksOf(ruledPage(lines, rules))).toMatchObject([
      {
        rows: [
          ['', 'Present', 'Apologies'],
          ['Brook', 'x', ''],
          ['Carr', '', 'x'],
        ],
      },
    ]);
  });

  test('where only its columns are drawn, each line of figures is a row', () => {
    const rows = [
      ['Salt', '40', '50'],
      ['Grit', '7', '8'],
      ['Sand', '1', '2'],
    ];
    const page = ruledPage(
      rowsOf([55, 160, 260], rows, { step: 16 }),
      gridRules({ xs: [50, 150, 250, 350], ys: [715, 655] }),
    );
    expect(blocksOf(page)).toEqual([{ kind: 'table', header: false, rows }]);
  });

  test('where lines part only groups of columns, the columns within them are found', () => {
    const rows = [
      ['Salt', '40.0', '50.0', '60.0', '70.0'],
      ['Grit', '7.0', '8.0', '9.0', '1.0'],
      ['Sand', '1.0', '2.0', '3.0', '4.0'],
    ];
    const page = ruledPage(
      rowsOf([55, 160, 210, 270, 320], rows, { step: 16 }),
      gridRules({ xs: [50, 150, 260, 370], ys: [715, 655] }),
    );
    expect(blocksOf(page)).toEqual([{ kind: 'table', header: false, rows }]);
  });

  test('a frame with a column of notes around a table leaves the table its cells', () => {
    const rows = [
      ['Old hall', 'Brook', 'May', ''],
      ['New hall', 'Carr', 'June', 'See plan'],
      ['Barn', 'Dunn', 'July', ''],
    ];
    const page = ruledPage(
      rowsOf([55, 160, 260, 405], rows, { step: 16 }),
      gridRules({ xs: [50, 400, 500], ys: [730, 655] }),
    );
    expect(blocksOf(page)).toEqual([{ kind: 'table', header: false, rows }]);
  });

  test('a frame around a text is no table', () => {
    const page = ruledPage(
      rowsOf([55], [['In a frame.'], ['Still in it.']]),
      gridRules({ xs: [50, 400], ys: [720, 690, 660] }),
    );
    expect(blocksOf(page).map(({ kind }) => kind)).not.toContain('table');
  });
});

test('a mark in the last row of a page is no page number', () => {
  const page = ruledPage(
    rowsOf(
      [55, 205],
      [
        ['Brook', 'X'],
        ['Carr', 'X'],
      ],
      { top: 60, step: 25 },
    ),
    gridRules({ xs, ys: [75, 50, 25] }),
  );
  expect(blocksOf(page).map(blockText).join(' ')).toBe('Brook X Carr X');
});

test('lines drawn without end take a bounded time', () => {
  const rules = Array.from({ length: 4000 }, (_, at) => ({
    x1: at % 2 === 0 ? 0 : at / 8,
    x2: at % 2 === 0 ? 600 : at / 8,
    y1: at % 2 === 0 ? at / 6 : 0,
    y2: at % 2 === 0 ? at / 6 : 800,
  }));
  const lines = Array.from({ length: 5000 }, (_, at) => ({ text: `w${at}`, x: (at % 9) * 60, y: at / 7 }));
  const start = performance.now();
  const words = blocksOf(ruledPage(lines, rules)).map(blockText).join(' ').split(/\s+/);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(new Set(words).size).toBeGreaterThan(4900);
});
