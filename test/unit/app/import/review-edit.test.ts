import { describe, expect, test } from 'vitest';
import {
  addItem,
  addSeat,
  changeArea,
  changeHolder,
  changeItem,
  changePaper,
  changeSeat,
  changeState,
  leavePaperOut,
  moveItem,
  papersOf,
  paperKey,
  placePaper,
  removeItem,
  removeSeat,
  takePaperBack,
} from '../../../../src/app/import/review-edit.ts';
import type { MeetingDraft } from '../../../../src/domain/meeting-draft.ts';
import { draftSample } from './draft-sample.ts';

const keysOf = ({ items }: MeetingDraft): readonly string[] => items.map(({ key }) => key);
const under = ({ items }: MeetingDraft, key: string): readonly string[] =>
  items.find((item) => item.key === key)?.papers.map(paperKey) ?? [];

describe('items', () => {
  test('are reworded, moved and added, and others stay as they are', () => {
    const reworded = changeItem(draftSample, 'dredging', { title: 'Dredging the channel', number: '2a' });
    expect(reworded.items[1]).toMatchObject({ key: 'dredging', number: '2a', title: 'Dredging the channel' });
    expect(reworded.items[0]).toBe(draftSample.items[0]);
    expect(keysOf(moveItem(draftSample, 'dredging', -1))).toEqual(['dredging', 'apologies']);
    expect(keysOf(addItem(draftSample, 'fresh'))).toEqual(['apologies', 'dredging', 'fresh']);
  });

  test('cannot be moved out of the agenda', () => {
    expect(moveItem(draftSample, 'apologies', -1)).toBe(draftSample);
    expect(moveItem(draftSample, 'dredging', 1)).toBe(draftSample);
    expect(moveItem(draftSample, 'nowhere', 1)).toBe(draftSample);
  });

  test('leave their papers behind when they are removed, and take their plan with them', () => {
    const removed = removeItem(draftSample, 'dredging');
    expect(keysOf(removed)).toEqual(['apologies']);
    expect(removed.papers.map(paperKey)).toEqual(['pack.pdf', 'dredging.pdf']);
    expect(removed.plans).toEqual([]);
  });
});

describe('papers', () => {
  test('go to another item, with the plan that stands in them', () => {
    const placed = placePaper(draftSample, 'dredging.pdf', 'apologies');
    expect(under(placed, 'apologies')).toEqual(['dredging.pdf']);
    expect(under(placed, 'dredging')).toEqual([]);
    expect(placed.plans.map(({ item }) => item)).toEqual(['apologies']);
  });

  test('go to the whole meeting, and a paper that is not there goes nowhere', () => {
    const placed = placePaper(draftSample, 'dredging.pdf', null);
    expect(placed.papers.map(paperKey)).toEqual(['pack.pdf', 'dredging.pdf']);
    expect(placePaper(draftSample, 'other.pdf', null)).toBe(draftSample);
  });

  test('that are left out come back where they were, once', () => {
    const out = leavePaperOut(draftSample, 'dredging.pdf');
    expect(papersOf(out).map(paperKey)).toEqual(['pack.pdf']);
    expect(out.plans).toEqual([]);
    const back = takePaperBack(out, draftSample, 'dredging.pdf');
    expect(back).toEqual(draftSample);
    expect(takePaperBack(back, draftSample, 'dredging.pdf')).toBe(back);
  });

  test('come back to the whole meeting when their item is gone', () => {
    const without = removeItem(leavePaperOut(draftSample, 'dredging.pdf'), 'dredging');
    const back = takePaperBack(without, draftSample, 'dredging.pdf');
    expect(back.papers.map(paperKey)).toEqual(['pack.pdf', 'dredging.pdf']);
    expect(back.plans).toEqual([]);
  });

  test('get another title and kind', () => {
    const changed = changePaper(draftSample, 'dredging.pdf', { title: 'Report', kind: 'other' });
    expect(changed.items[1]?.papers).toEqual([{ file: 'dredging.pdf', title: 'Report', kind: 'other' }]);
    expect(changed.papers).toEqual(draftSample.papers);
  });
});

describe('seats', () => {
  test('are changed, removed and added under the last heading', () => {
    const seat = { group: 'Members', role: 'vice-chair', name: 'Ms A Able' } as const;
    expect(changeSeat(draftSample, 0, seat).seats[0]).toEqual(seat);
    expect(changeSeat(draftSample, 9, seat)).toBe(draftSample);
    expect(removeSeat(draftSample, 1).seats).toEqual([draftSample.seats[0], draftSample.seats[2]]);
    expect(addSeat(draftSample, 'Members').seats.at(-1)).toEqual({
      group: 'Pilots',
      role: 'member',
      name: '',
    });
    expect(addSeat({ ...draftSample, seats: [] }, 'Members').seats).toEqual([
      { group: 'Members', role: 'member', name: '' },
    ]);
  });

  test('are held by somebody of the list, or by somebody new', () => {
    const other = '018f0000-0000-7000-8000-000000000002';
    const anna = { id: other, name: 'Anna Able' };
    const known = changeHolder(draftSample, 0, anna);
    expect(known.seats[0]).toMatchObject({ name: 'Ms A Able', minuteName: 'Anna Able', person: other });
    expect(changeHolder(known, 0, anna)).toBe(known);
    expect(changeHolder(draftSample, 1, null).seats[1]).toEqual({
      group: 'Members',
      role: 'member',
      name: 'Mr B Baker',
    });
    expect(changeHolder(draftSample, 2, anna)).toBe(draftSample);
  });

  test('take nothing over from whom they were before', () => {
    const fresh = {
      group: 'Members',
      role: 'member',
      name: 'Mary Jones',
      votes: 'all',
      aliases: [],
    } as const;
    const seat = { ...fresh, person: 'x', minuteName: 'Paul Bartlett', minuteRole: 'Church of Anytown' };
    expect(changeHolder(changeSeat(draftSample, 0, seat), 0, null).seats[0]).toEqual(fresh);
    const mary = { id: 'y', name: 'Mary Jones' };
    expect(changeHolder(changeSeat(draftSample, 0, seat), 0, mary).seats[0]).toEqual({
      ...fresh,
      person: 'y',
    });
  });
});

test('the state is said, or left to the date', () => {
  const cancelled = changeState(draftSample, 'cancelled');
  expect(cancelled.state).toBe('cancelled');
  expect(changeState(cancelled, null)).toEqual(draftSample);
});

test('an area of an action plan gets another name and status', () => {
  const changed = changeArea(draftSample, 0, 0, { status: 'done' });
  expect(changed.plans[0]?.areas[0]).toMatchObject({ name: 'Channel', status: 'done' });
  expect(changeArea(draftSample, 1, 0, { status: 'done' })).toEqual(draftSample);
});
