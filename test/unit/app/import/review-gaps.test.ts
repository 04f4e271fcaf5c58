import { expect, test } from 'vitest';
import { changeItem } from '../../../../src/app/import/review-edit.ts';
import { gapsOf } from '../../../../src/app/import/review-gaps.ts';
import { draftSample } from './draft-sample.ts';

const kindsOf = (...given: Parameters<typeof gapsOf>): readonly string[] =>
  gapsOf(...given).map(({ field, kind }) => `${field}: ${kind}`);

test('a meeting with everything needs nothing but a reason for its next version', () => {
  expect(kindsOf(draftSample, false)).toEqual([]);
  expect(kindsOf(draftSample, true)).toEqual(['reason: reason']);
  expect(kindsOf({ ...draftSample, reason: '  ' }, true)).toEqual(['reason: reason']);
  expect(kindsOf({ ...draftSample, reason: 'Report added' }, true)).toEqual([]);
});

test('what was not found is asked for, field by field', () => {
  const bare = {
    ...draftSample,
    committee: { name: ' ', type: 'other' as const },
    date: '',
    time: '',
    venue: '',
  };
  expect(kindsOf({ ...bare, items: [] }, false)).toEqual([
    'committee: committee',
    'date: date',
    'time: time',
    'venue: venue',
    'add-item: no-items',
  ]);
});

test('only a meeting that is cancelled may have no items', () => {
  expect(kindsOf({ ...draftSample, items: [] }, false)).toEqual(['add-item: no-items']);
  expect(kindsOf({ ...draftSample, items: [], state: 'cancelled' }, false)).toEqual([]);
});

test('an item needs a title, and both pages or none', () => {
  expect(kindsOf(changeItem(draftSample, 'dredging', { title: '' }), false)).toEqual([
    'item-dredging: title',
  ]);
  const half = changeItem(draftSample, 'dredging', { pages: { first: '3', last: '' } });
  expect(kindsOf(half, false)).toEqual(['item-dredging: pages']);
  expect(kindsOf(changeItem(draftSample, 'dredging', { pages: null }), false)).toEqual([]);
});

test('a seat needs a name, unless it is vacant', () => {
  const seats = [...draftSample.seats, { group: 'Members', role: 'member' as const, name: '' }];
  expect(kindsOf({ ...draftSample, seats }, false)).toEqual(['seat-3: name']);
});
