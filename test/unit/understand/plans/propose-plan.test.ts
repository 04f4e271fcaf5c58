import { describe, expect, test } from 'vitest';
import { proposePlan } from '../../../../src/understand/plans/propose-plan.ts';
import {
  boldReport,
  heading,
  otherReport,
  para,
  plainReport,
  report,
  table,
  tableReport,
} from './sample-reports.ts';

const proposed = (paper: Parameters<typeof proposePlan>[0]) =>
  proposePlan(paper)?.areas.map(({ area }) => [area.number, area.name, area.status, area.dates]);

describe('a plan in numbered paragraphs', () => {
  test('with names in bold: from the paragraph that introduces it to the one that sums it up', () => {
    expect(proposed(boldReport)).toEqual([
      ['2.2', 'Sewage outfalls', 'done', ['by March 2026']],
      ['2.3', 'Otters', 'late', []],
      ['2.4', 'School visits', 'on-track', ['every 3 months']],
    ]);
    const plan = proposePlan(boldReport);
    expect(plan).toMatchObject({ from: 'paragraphs', doubt: null });
    expect(plan?.quote).toContain('set out below');
    expect(plan?.areas.map(({ page, doubt }) => [page, doubt])).toEqual([
      [1, null],
      [1, null],
      [2, null],
    ]);
  });

  test('with what follows it on the next page and in deeper paragraphs', () => {
    const otters = proposePlan(boldReport)?.areas[1]?.area.text;
    expect(otters).toMatch(/withdrew\. A new contractor .* Two firms have answered\.$/);
  });

  test('without marks: names are guessed, and said to be', () => {
    expect(proposed(plainReport)).toEqual([
      ['4.2', 'Opening hours', 'done', ['3 May 2025']],
      ['4.3', 'Book stock', 'waiting', []],
      ['4.4', 'Mobile vans', 'late', ['autumn 2025']],
    ]);
    expect(proposePlan(plainReport)?.areas.map(({ doubt }) => doubt)).toEqual([
      'guessed',
      'guessed',
      'guessed',
    ]);
  });

  test('with a heading above each paragraph, which names it', () => {
    const plan = report([
      heading('3. Progress on the action plan'),
      heading('Bus shelters'),
      para('3.1', null, 'All shelters were painted.'),
      heading('Bus lanes'),
      para('3.2', null, 'The lane is on track.'),
      heading('4. Costs'),
      para('4.1', null, 'None.'),
    ]);
    expect(proposed(plan)?.map(([number, name]) => [number, name])).toEqual([
      ['3.1', 'Bus shelters'],
      ['3.2', 'Bus lanes'],
    ]);
  });

  test('without the words under a heading that no number follows', () => {
    const plan = report([
      heading('Action plan'),
      para('2.1', 'Bins.', 'The bins are on track.'),
      para('2.2', 'Bags.', 'The bags are late.'),
      heading('Contact'),
      para(null, null, 'Ask the clerk.'),
    ]);
    expect(proposePlan(plan)?.areas.map(({ area }) => area.text)).toEqual([
      'The bins are on track.',
      'The bags are late.',
    ]);
  });

  test('ends where the numbers begin anew', () => {
    const twice = [
      para('2.1', 'Bins.', 'The bins are on track.'),
      para('2.2', 'Bags.', 'The bags are late.'),
    ] as const;
    const plan = report([heading('Action plan'), ...twice], [...twice]);
    expect(proposed(plan)?.map(([number]) => number)).toEqual(['2.1', '2.2']);
  });

  test('with the status printed in words, which is believed more than prose', () => {
    const plan = report([
      heading('2. Action plan update'),
      para('2.1', 'Bins.', 'The bins are on track. Status: Overdue.'),
      para('2.2', 'Bags.', 'The bags are on track (Complete).'),
    ]);
    expect(proposePlan(plan)?.areas.map(({ area, statusWord }) => [area.status, statusWord])).toEqual([
      ['late', 'Overdue'],
      ['done', 'Complete'],
    ]);
  });

  test('of the second report in a pack is not mixed with the first one, which counts the same', () => {
    const pack = report(
      ...otherReport.pages.map(({ blocks }) => blocks),
      ...boldReport.pages.map(({ blocks }) => blocks),
    );
    expect(proposed(pack)).toEqual(proposed(boldReport));
  });
});

describe('a plan in a table', () => {
  test('over two pages: one area for each row, none for the header, its titles or the break', () => {
    expect(proposed(tableReport)).toEqual([
      ['A1', 'Crossing at Mill Lane', 'on-track', ['March 2026']],
      ['A2', 'Signs at Ford', 'waiting', ['2025/26']],
      ['A3', 'Lights in Long Street', 'late', ['June 2025']],
      ['A4', 'Cycle training', 'done', ['Ongoing']],
    ]);
    const areas = proposePlan(tableReport)?.areas ?? [];
    expect(areas.map(({ page, statusWord }) => [page, statusWord])).toEqual([
      [1, 'Green'],
      [1, 'Amber'],
      [2, 'Red'],
      [2, 'Complete'],
    ]);
    expect(areas[1]?.area.text).toBe(
      'Lead: Highways. Timescale: 2025/26. Waiting for the order to be sealed. RAG: Amber.',
    );
  });

  test('goes on without a header on the next page, not in another table', () => {
    const rows = [
      table(['Area', 'Update', 'Status'], ['Roads', 'Mended.', 'Complete'], ['Paths', 'Swept.', 'On track']),
    ];
    const plan = report(
      rows,
      [para(null, null, 'Page 2'), table(['Parks', 'Mown.', 'Overdue'])],
      [para(null, null, 'What the council pays for all of this is shown in the table that follows here:')],
      [table(['Pay', 'Much', 'More'])],
    );
    const wider = report(rows, [table(['Ward', 'Cost', 'Paid', 'Owed'])]);
    expect(proposed(wider)?.map(([, name]) => name)).toEqual(['Roads', 'Paths']);
    expect(proposed(plan)?.map(([, name, status]) => [name, status])).toEqual([
      ['Roads', 'done'],
      ['Paths', 'on-track'],
      ['Parks', 'late'],
    ]);
  });

  test('under other words for its columns', () => {
    const columns = [
      ['No.', 'What are we going to do?', 'Who', 'By when', 'BRAG'],
      [
        'Recommendation',
        'Agreed (if it is not, please say why and what is done instead of it)',
        'Update',
        'Deadline',
      ],
      ['Workstream', 'Senior responsible officer', 'Target date', 'Latest position', 'Risks'],
    ];
    const found = columns.map((header) =>
      proposePlan(
        report([
          table(
            header,
            header.map(() => 'one'),
            header.map(() => 'two'),
          ),
        ]),
      ),
    );
    expect(found.map((plan) => plan?.areas.length)).toEqual([2, 2, 2]);
  });

  test('names its rows by the action where an area has several', () => {
    const plan = report([
      table(
        ['Objective', 'Action', 'Due date', 'Owner'],
        ['Clean air', 'Plant trees', 'May 2026', 'Parks'],
        ['', 'Close the lane', 'June 2026', 'Roads'],
      ),
    ]);
    expect(proposed(plan)?.map(([number, name]) => [number, name])).toEqual([
      ['1', 'Plant trees'],
      ['2', 'Close the lane'],
    ]);
  });
});

describe('no plan', () => {
  test('in paragraphs that an update introduces and that tell of no progress', () => {
    const reasons = report([
      heading('1. Update on fares'),
      para('1.1', null, 'This report updates members on fares, for the following reasons:'),
      para('1.2', null, 'Fuel costs more than it did.'),
      para('1.3', null, 'Insurance is dearer.'),
      para('1.4', null, 'Wages were raised.'),
      para('1.5', null, 'Roads are fuller.'),
    ]);
    expect(proposePlan(reasons)).toBeNull();
  });

  test('in a report on something else, with options, reasons and a register of risks', () => {
    expect(proposePlan(otherReport)).toBeNull();
    expect(proposePlan(report())).toBeNull();
  });

  test('in tables of money and of performance', () => {
    const tables = [
      ['Project', 'Budget', 'Spent to date', 'Status'],
      ['Key performance indicator', 'Action', 'Update', 'RAG'],
    ].map((header) =>
      table(
        header,
        header.map(() => 'one'),
        header.map(() => 'two'),
      ),
    );
    expect(proposePlan(report(tables))).toBeNull();
  });

  test('in what a plan has but one of', () => {
    const one = report([heading('Action plan'), para('1.1', 'Bins.', 'The bins are on track.')]);
    expect(proposePlan(one)).toBeNull();
  });
});
