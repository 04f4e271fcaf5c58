import { expect, test } from 'vitest';
import { findSpans } from '../../../src/papers/find-spans.ts';

const page = ['HARBOUR', ' ', 'BOARD', 'Tues', 'day, 4 March 2031', 'at 10.00 am'];

test('words are found however the page breaks them', () => {
  expect(findSpans(page, 'Tuesday, 4 March 2031')).toEqual([3, 4]);
  expect(findSpans(page, 'harbour board')).toEqual([0, 2]);
  expect(findSpans(page, '10.00 am')).toEqual([5]);
});

test('words that do not stand there in one run are not found', () => {
  expect(findSpans(page, 'Board at 10.00')).toEqual([]);
  expect(findSpans(page, '')).toEqual([]);
  expect(findSpans(page, ' – ')).toEqual([]);
  expect(findSpans([], 'board')).toEqual([]);
});
