import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../../src/papers/text/block-text.ts';
import { documentText } from '../../../src/papers/text/document-text.ts';
import { rowsOf } from './page-of-cells.ts';
import { type Line, pageOfLines } from './page-of-lines.ts';

const blocksOf = (lines: readonly Line[]) => documentText([pageOfLines(lines)]).text.pages[0]?.blocks ?? [];
const tablesOf = (lines: readonly Line[]) => blocksOf(lines).filter(({ kind }) => kind === 'table');
const prose = (text: string, y: number): Line => ({ text, y, x: 60 });
const long = 'The panel then turned to what had been said before about the roads of the town.';

const right = (text: string, edge: number, y: number): Line => ({ text, x: edge - text.length * 6, y });

describe('text in columns without lines and without tags', () => {
  test('is a table: a recorded vote, with columns of different length', () => {
    const rows = [
      ['For', 'Against', 'Abstain'],
      ['Councillor Brook', 'Councillor Oakes', 'Councillor Hale'],
      ['Councillor Carr', 'Councillor Fenn', ''],
      ['Councillor Dunn', '', ''],
    ];
    const lines = [prose(long, 740), ...rowsOf([60, 240, 420], rows, { boldRows: 1 }), prose(long, 600)];
    expect(blocksOf(lines).map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(tablesOf(lines)).toEqual([{ kind: 'table', header: true, rows }]);
  });

  test('keeps the lines of a cell together: an action plan', () => {
    const lines = [
      ...rowsOf([60, 160, 400, 500], [['Area', 'Action', 'Date', 'Status']], { boldRows: 1 }),
      ...rowsOf(
        [60, 160, 400, 500],
        [
          ['Roads', 'Paint the crossings near', 'May 2026', 'Done'],
          ['', 'both of the schools', '', ''],
        ],
        { top: 678, step: 14 },
      ),
      ...rowsOf(
        [60, 160, 400, 500],
        [
          ['Parks and', 'Mend the swings before the', 'June 2026', 'Late'],
          ['gardens', 'summer fair', '', ''],
        ],
        { top: 642, step: 14 },
      ),
      ...rowsOf([60, 160, 400, 500], [['Halls', 'Open on Sundays', 'July 2026', 'Open']], { top: 606 }),
    ];
    expect(tablesOf(lines)).toEqual([
      {
        kind: 'table',
        header: true,
        rows: [
          ['Area', 'Action', 'Date', 'Status'],
          ['Roads', 'Paint the crossings near both of the schools', 'May 2026', 'Done'],
          ['Parks and gardens', 'Mend the swings before the summer fair', 'June 2026', 'Late'],
          ['Halls', 'Open on Sundays', 'July 2026', 'Open'],
        ],
      },
    ]);
  });

  test('reads figures that share their right edge, under a heading of two rows', () => {
    const lines = [
      { ...right('Last year', 300, 720), bold: true },
      { ...right('This year', 420, 720), bold: true },
      { ...right('£000', 300, 702), bold: true },
      { ...right('£000', 420, 702), bold: true },
      ...['Staff', 'Buildings', 'Grants'].map((text, at) => ({ text, x: 60, y: 684 - at * 18 })),
      ...['1,204.5', '90.0', '(4.1)'].map((text, at) => right(text, 300, 684 - at * 18)),
      ...['1,300.0', '7.2', '-'].map((text, at) => right(text, 420, 684 - at * 18)),
    ];
    expect(tablesOf(lines)).toEqual([
      {
        kind: 'table',
        header: true,
        rows: [
          ['', 'Last year', 'This year'],
          ['', '£000', '£000'],
          ['Staff', '1,204.5', '1,300.0'],
          ['Buildings', '90.0', '7.2'],
          ['Grants', '(4.1)', '-'],
        ],
      },
    ]);
  });
});

describe('a table ends', () => {
  const sums = [
    ['Salt', '40', '50'],
    ['Grit', '7', '8'],
    ['Sand', '12', '9'],
  ];
  const halls = [
    ['Old hall', 'Brook', 'May'],
    ['New hall', 'Carr', 'June'],
    ['Barn', 'Dunn', 'July'],
  ];

  test('at a larger line, the heading of the next one', () => {
    const lines = [
      ...rowsOf([60, 240, 420], sums),
      { text: 'Halls', x: 60, y: 638, size: 16 },
      ...rowsOf([60, 240, 420], halls, { top: 616 }),
    ];
    expect(blocksOf(lines).map((block) => (block.kind === 'table' ? block.rows : blockText(block)))).toEqual([
      sums,
      'Halls',
      halls,
    ]);
  });

  test('at a line of prose, however close it stands', () => {
    const [before, after] = [sums, halls].map((rows) => [...rows, ...rows, ...rows]);
    const lines = [
      ...rowsOf([60, 240, 420], before ?? []),
      prose(long, 520),
      ...rowsOf([60, 240, 420], after ?? [], { top: 500 }),
    ];
    expect(tablesOf(lines)).toMatchObject([{ rows: before }, { rows: after }]);
  });

  test('where what follows stands in other columns', () => {
    const contents = [
      ['Introduction', '', '3'],
      ['Background', '', '4'],
      ['Choices', '', '12'],
      ['To', '', ''],
      ['The Chair', 'Town Hall', ''],
      ['Roads Panel', 'High Street', ''],
    ];
    expect(tablesOf(rowsOf([60, 240, 420], contents))).toEqual([]);
  });

  test('but not at a title over some of its columns', () => {
    const rows = [...sums, ['What the halls have', '', ''], ...halls, ...sums];
    expect(tablesOf(rowsOf([60, 160, 300], rows))).toEqual([{ kind: 'table', header: false, rows }]);
  });
});

test('figures close to each other, drawn by themselves, are cells', () => {
  const rows = ['Salt', 'Grit', 'Sand'].map((text, at) => [text, `1,204.${at}`, `9,001.${at}`]);
  const lines = rowsOf([60, 200, 246], rows);
  const page = pageOfLines(lines);
  const items = page.items.map((item, at) => ('str' in item ? { ...item, hasEOL: at % 3 === 2 } : item));
  expect(documentText([{ ...page, items }]).text.pages[0]?.blocks).toEqual([
    { kind: 'table', header: false, rows },
  ]);
});

/** Words set to a width of `letters`, as a justified column has them. */
const story = (count: number, word: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${at % 4 === 0 ? 'T' : 't'}hen ${word} was told again no ${at}`);

/** A paragraph's number is kept without its full stop. */
const wordsOf = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(' '))
    .map((word) => word.replace(/\.$/, ''))
    .filter(Boolean)
    .toSorted();

describe('what only stands beside each other is no table', () => {
  const pages = [
    ['1.', 'Apologies for absence', ''],
    ['2.', 'Minutes of the last meeting', '(Pages 3 - 8)'],
    ['3.', 'Report on winter service', '(Pages 9 - 22)'],
    ['4.', 'Salt and grit', '(Pages 23 - 30)'],
  ];
  const contents = [
    ['Introduction', '3'],
    ['Background', '4'],
    ['Choices', '12'],
  ];
  const marked = ['One thing', 'Two things', 'Three things', 'Four'].map((text) => ['•', text]);
  const numbered = ['Lights', 'Trees', 'Bins', 'Benches'].map((text, at) => [`2.${at + 1}`, text]);
  const columns = story(9, 'left').map((text, at) => [text, story(9, 'right')[at] ?? '']);
  const signed = [
    ['Signed ........................', 'Date ..............'],
    ['Chair ........................', 'Date ..............'],
    ['Clerk ........................', 'Date ..............'],
  ];
  const letterHead = [
    ['Date:', 'Monday 4 May'],
    ['Time:', '7.00 pm'],
    ['Place:', 'Town Hall'],
  ];
  const address = [
    ['The Chair', 'Town Hall'],
    ['Roads Panel', 'High Street'],
  ];
  const notices = ['Roads', 'Parks', 'Halls', 'Trees'].map((name) => [
    `${name} are kept by the town and its many helpers`,
    `${name} were talked about all through the evening`,
  ]);
  test.for([
    ['texts of the same length beside each other', [50, 350], notices],
    ['agenda items with their pages', [60, 90, 440], pages],
    ['a list of contents', [60, 440], contents],
    ['a list with drawn marks', [60, 90], marked],
    ['numbered paragraphs', [60, 110], numbered],
    ['two columns of prose', [60, 330], columns],
    ['lines to sign on', [60, 330], signed],
    ['a letter head', [60, 160], letterHead],
    ['addresses beside each other', [60, 330], address],
  ] as const)('%s', ([, xs, rows]) => {
    const lines = rowsOf(xs, rows);
    expect(tablesOf(lines)).toEqual([]);
    expect(wordsOf(blocksOf(lines).map(blockText))).toEqual(wordsOf(rows.flat()));
  });

  test('what shares no edge', () => {
    const lines = Array.from({ length: 6 }, (_, at): readonly Line[] => [
      { text: 'Salt and grit'.slice(0, 4 + at), x: 60 + ((at * 37) % 50), y: 700 - at * 20 },
      { text: 'Words elsewhere'.slice(0, 4 + ((at * 5) % 7)), x: 240 + ((at * 29) % 60), y: 700 - at * 20 },
    ]);
    expect(tablesOf(lines.flat())).toEqual([]);
  });

  test('names in a justified paragraph, whose gaps stand under each other by chance', () => {
    const lines = ['Ms Brook,', 'Mr Carrs,', 'Mr Dunns,', 'Ms Eaves,'].flatMap(
      (text, at): readonly Line[] => [
        { text, x: 60, y: 700 - at * 14 },
        { text: 'Mr Fenn, Ms Gale, Mr Hale, Ms Ives and some others', x: 126, y: 700 - at * 14 },
      ],
    );
    expect(tablesOf(lines)).toEqual([]);
  });
});

test('no word of a table is lost or doubled, whatever its cells hold', () => {
  const cell = fc.stringMatching(/^[a-zA-Z0-9]{0,9}$/);
  const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.constantFrom(12, 18, 30), (cells, step) => {
      const lines = rowsOf([60, 180, 300, 420], cells, { top: 690, step });
      const read = blocksOf(lines).map(blockText).join(' ').split(/\s+/).filter(Boolean).toSorted();
      expect(read).toEqual(cells.flat().filter(Boolean).toSorted());
    }),
    { numRuns: 50 },
  );
});
