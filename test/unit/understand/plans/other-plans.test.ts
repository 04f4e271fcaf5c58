import { describe, expect, test } from 'vitest';
import { proposePlan } from '../../../../src/understand/plans/propose-plan.ts';
import type { PaperText } from '../../../../src/domain/paper-text.ts';
import { heading, para, report, table } from './sample-reports.ts';

const areasOf = (text: PaperText) =>
  proposePlan(text)?.areas.map(({ area, statusWord }) => [area.name, area.status, statusWord]) ?? null;
const item = (text: string) => ({ kind: 'item', label: '•', text }) as const;

describe('plans without numbers', () => {
  test('bold lead-ins under an introduction', () => {
    const text = report([
      heading('Climate Action Plan: progress report'),
      para(null, null, 'Progress on the actions agreed in June is set out below:'),
      para(null, 'Heat pumps.', 'The order was placed in March 2025 and work is under way.'),
      para(null, 'Lighting:', 'Completed in January 2025.'),
      para(null, 'Trees', '– The second season has been delayed until November 2025.'),
      heading('Legal implications'),
      para(null, 'Powers:', 'The council may do so from May 2025.'),
    ]);
    expect(areasOf(text)).toEqual([
      ['Heat pumps', 'on-track', null],
      ['Lighting', 'done', 'Completed'],
      ['Trees', 'late', null],
    ]);
    expect(proposePlan(text)?.doubt).toBe('guessed');
  });

  test('a list of names and what is said of each', () => {
    const text = report([
      heading('Improvement Plan Update'),
      para(null, null, 'The position of each action in the plan is as follows:'),
      item('Service centre: Completed. The new team is in place.'),
      item('Complaints: In progress. Training ends in May 2025.'),
      item('Website: Overdue. The supplier withdrew.'),
    ]);
    expect(areasOf(text)).toEqual([
      ['Service centre', 'done', 'Completed'],
      ['Complaints', 'on-track', 'In progress'],
      ['Website', 'late', 'Overdue'],
    ]);
  });

  test('headings that count actions, with a status under each', () => {
    const text = report([
      heading('Recovery plan'),
      para(null, null, 'The actions in the recovery plan are reported below:'),
      heading('Action 1: Voids'),
      para(null, null, 'Status: Green'),
      para(null, null, 'Turn-round is down to 21 days.'),
      heading('Action 2: Repairs'),
      para(null, null, 'RAG: R'),
      heading('Action 3: Damp'),
      para(null, null, 'Status: Complete'),
    ]);
    expect(areasOf(text)).toEqual([
      ['Voids', 'on-track', 'Green'],
      ['Repairs', 'late', 'R'],
      ['Damp', 'done', 'Complete'],
    ]);
  });

  test('bold words of other reports are no plan', () => {
    const text = report([
      heading('Treasury Strategy'),
      para(null, null, 'The main variances are as follows:'),
      para(null, 'Planning:', 'Income was low in March 2025.'),
      para(null, 'Parking:', 'Income was high in May 2025.'),
    ]);
    expect(areasOf(text)).toBeNull();
  });
});

describe('a header over two rows', () => {
  const rows = [
    ['1', 'Agree a vision', 'Chief Executive', 'Mar 2025', 'Agreed', 'B'],
    ['2', 'Train scrutiny', 'Monitoring Officer', 'Jun 2025', 'Booked', 'RAG: G'],
    ['3', 'Review capital', 'Finance', 'Dec 2024', 'Not finished', 'Red'],
  ];
  const areas = [
    ['Agree a vision', 'done', 'B'],
    ['Train scrutiny', 'on-track', 'G'],
    ['Review capital', 'late', 'Red'],
  ];

  test('whose upper titles reach over several columns', () => {
    const upper = ['Ref', 'Recommendation', 'Delivery', 'Position'];
    expect(areasOf(report([table(upper, ['Lead officer', 'Due date', 'Progress', 'RAG'], ...rows)]))).toEqual(
      areas,
    );
  });

  test('with empty cells under those that reach over both rows', () => {
    const upper = ['Ref', 'Recommendation', 'Delivery', 'Delivery', 'Position', 'Position'];
    const lower = ['', '', 'Lead officer', 'Due date', 'Progress', 'RAG'];
    expect(areasOf(report([table(upper, lower, ...rows)]))).toEqual(areas);
  });
});
