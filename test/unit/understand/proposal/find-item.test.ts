import { expect, test } from 'vitest';
import type { Doubt, PackDocument } from '../../../../src/domain/understood.ts';
import { type Clues, findItem } from '../../../../src/understand/proposal/find-item.ts';
import { document, item, packed } from './samples.ts';

const items = [
  item('1', 'Apologies'),
  item('2', '25/00012 - Winter service plan', { documents: [document('Annex A – Salt routes')] }),
  item('3', 'Resurfacing of Mill Lane and Church Street'),
  item('217', 'Minutes of the last meeting', { numbered: 'minute' }),
  item('4', 'To approve the minutes of the meeting held on 6 January 2026'),
];

const clues = (titles: readonly string[], changes: Partial<Clues> = {}): Clues => ({
  titles,
  opening: [],
  stamp: null,
  minutesOf: null,
  ...changes,
});

test.each<[string, Clues, readonly PackDocument[], number | null, Doubt | null]>([
  ['linked on the page of the item', clues(['Annex A - Salt routes.pdf']), [], 1, null],
  ['in a pack under the item', clues(['Appendix 2.pdf']), [packed('Appendix 2', '3')], 2, null],
  ['with the number of the decision', clues(['2500012 equality assessment.pdf']), [], 1, null],
  ['stamped for the item', clues(['scan.pdf'], { stamp: '3' }), [], 2, null],
  [
    'whose first page names the item',
    clues(['scan.pdf'], {
      opening: ['To: Roads Panel', 'Subject: Resurfacing of Mill Lane and Church Street', 'By'],
    }),
    [],
    2,
    null,
  ],
  ['that is the minutes of the day', clues(['Last.pdf'], { minutesOf: '2026-01-06' }), [], 4, null],
  ['that is the minutes of another day', clues(['Last.pdf'], { minutesOf: '2025-12-01' }), [], 3, 'guessed'],
  ['named after the item', clues(['Item 3 - late plan.pdf']), [], 2, 'guessed'],
  ['titled like the item', clues(['scan.pdf', 'Resurfacing of Mill Lane']), [], 2, 'guessed'],
  ['like none', clues(['scan0001.pdf']), [], null, 'guessed'],
  ['named after a number that counts minutes', clues(['Item 217.pdf']), [], null, 'guessed'],
])('a paper %s', (_, said, pack, place, doubt) => {
  expect(findItem(said, items, pack)).toEqual({ item: place, doubt });
});
