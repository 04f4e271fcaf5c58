import { expect, test } from 'vitest';
import { findItem } from '../../../../src/understand/proposal/find-item.ts';
import { document, item, packed } from './samples.ts';

const items = [
  item('1', 'Apologies'),
  item('2', '25/00012 - Winter service plan', { documents: [document('Annex A – Salt routes')] }),
  item('3', 'Resurfacing of Mill Lane and Church Street'),
  item('217', 'Minutes of the last meeting', { numbered: 'minute' }),
];

test.each([
  ['linked on the page of the item', ['Annex A - Salt routes.pdf'], [], 1, null],
  ['in a pack under the item', ['Appendix 2.pdf'], [packed('Appendix 2', '3')], 2, null],
  ['with the number of the decision', ['2500012 equality assessment.pdf'], [], 1, null],
  ['named after the item', ['Item 3 - late plan.pdf'], [], 2, 'guessed'],
  ['titled like the item', ['scan.pdf', 'Resurfacing of Mill Lane'], [], 2, 'guessed'],
  ['like none', ['scan0001.pdf'], [], null, 'guessed'],
  ['named after a number that counts minutes', ['Item 217.pdf'], [], null, 'guessed'],
])('a paper %s', (_, titles, pack, place, doubt) => {
  expect(findItem(titles, items, pack)).toEqual({ item: place, doubt });
});
