import { describe, expect, test } from 'vitest';
import { minuteSections } from '../../../src/papers/text/minute-sections.ts';
import { planAreas } from '../../../src/papers/text/plan-areas.ts';
import { plainPaperText } from '../../../src/papers/text/plain-text.ts';
import { printedDates } from '../../../src/papers/text/printed-dates.ts';

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

describe('an action plan', () => {
  const text = plainPaperText(REPORT);

  test('takes what follows a numbered paragraph, and 2.10 comes after 2.2', () => {
    expect(planAreas(text, { from: '2.2', to: '2.10', names: {}, statuses: {} })).toEqual({
      ok: true,
      value: [
        {
          number: '2.2',
          name: 'Gritting',
          text: 'Lorries are ready. They start on 3 November 2026. Status: on track.',
          status: 'on-track',
          dates: ['3 November 2026'],
        },
        { number: '2.10', name: 'Signs', text: 'By March 2027', status: 'unknown', dates: ['March 2027'] },
      ],
    });
  });

  test('believes the clerk before the paper', () => {
    const read = planAreas(text, {
      from: '2.2',
      to: '2.2',
      names: { '2.2': 'Salt' },
      statuses: { '2.2': 'late' },
    });
    expect(read).toMatchObject({ ok: true, value: [{ name: 'Salt', status: 'late' }] });
  });
});

test('dates are taken as they are printed, each once', () => {
  expect(
    printedDates('From 1st May to 29/1/16, in May 2026 and by spring term 2027; again in May 2026.'),
  ).toEqual(['1st May', '29/1/16', 'May 2026', 'spring term 2027']);
});

test('minutes that the web page cut are said to be cut', () => {
  const page =
    '12.\n\nApologies\n\nMinutes:\n\nNone.\n\n13.\n\nRoads\n\nMinutes:\n\nA long talk about  ...  view the full minutes text for item 13.';
  expect(minuteSections(page)).toEqual([
    { number: '12', title: 'Apologies', paragraphs: ['None.'], truncated: false },
    { number: '13', title: 'Roads', paragraphs: ['A long talk about'], truncated: true },
  ]);
});
