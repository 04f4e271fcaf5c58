import { expect, test } from 'vitest';
import { minuteSections } from '../../../src/papers/text/minute-sections.ts';
import { plainPaperText } from '../../../src/papers/text/plain-text.ts';

const REPORT = [
  'ROADS IN WINTER',
  '',
  '2. The areas',
  '',
  '- 2.1. The plan has **two** areas.',
  '- 2.2. **Gritting.** Lorries are ready.',
  '',
  'They start on 3 November 2026. Status: on track.',
  '- 2.10. **Signs** By March 2027',
  '\fThis page is intentionally left blank\f',
  'Item\tPages',
  '4\t1 - 2',
].join('\n');

test('a plain text paper has pages by form feed and blocks by blank lines and markers', () => {
  expect(plainPaperText(REPORT).pages).toEqual([
    {
      page: 1,
      label: null,
      blocks: [
        { kind: 'heading', level: 2, text: 'ROADS IN WINTER' },
        { kind: 'heading', level: 2, text: '2. The areas' },
        { kind: 'paragraph', number: '2.1', lead: null, text: 'The plan has two areas.' },
        { kind: 'paragraph', number: '2.2', lead: 'Gritting.', text: 'Lorries are ready.' },
        {
          kind: 'paragraph',
          number: null,
          lead: null,
          text: 'They start on 3 November 2026. Status: on track.',
        },
        { kind: 'paragraph', number: '2.10', lead: 'Signs', text: 'By March 2027' },
      ],
    },
    { page: 2, label: null, blocks: [] },
    {
      page: 3,
      label: null,
      blocks: [
        {
          kind: 'table',
          header: false,
          rows: [
            ['Item', 'Pages'],
            ['4', '1 - 2'],
          ],
        },
      ],
    },
  ]);
});

test('minutes that the web page cut are said to be cut', () => {
  const page =
    '12.\n\nApologies\n\nMinutes:\n\nNone.\n\n13.\n\nRoads\n\nMinutes:\n\nA long talk about  ...  view the full minutes text for item 13.';
  expect(minuteSections(page)).toEqual([
    { number: '12', title: 'Apologies', paragraphs: ['None.'], truncated: false },
    { number: '13', title: 'Roads', paragraphs: ['A long talk about'], truncated: true },
  ]);
});
