import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { toPlans } from '../../../src/app/actions.ts';
import type { ActionPlan } from '../../../src/domain/meeting.ts';
import { item, manifest, paper } from '../reader/sample-manifest.ts';

const plan = (...areas: string[]): ActionPlan => ({
  itemId: 'i',
  paperId: 'p',
  areas: areas.map((name, index) => ({
    number: `2.${index + 1}`,
    name,
    text: '',
    status: 'unknown',
    dates: [],
  })),
});
const meeting = (meetingId: string, start: string, plans: readonly ActionPlan[]) => ({
  ...manifest([item('i')], [paper('p', 'i')]),
  meetingId,
  start,
  plans,
});

test('plans of all meetings, the newest first, each with its report', () => {
  const plans = toPlans([
    meeting('old', '2029-01-01T10:00', [plan('a')]),
    meeting('new', '2030-01-01T10:00', [plan('b', 'c')]),
  ]);
  expect(
    plans.map(({ meetingId, areas, readPath, title }) => [meetingId, areas.length, readPath, title]),
  ).toEqual([
    ['new', 2, '/meetings/new/papers/p', 'Item i'],
    ['old', 1, '/meetings/old/papers/p', 'Item i'],
  ]);
});

test('a plan without areas is none', () => {
  expect(toPlans([meeting('m', '2030-01-01T10:00', [plan()])])).toEqual([]);
});
