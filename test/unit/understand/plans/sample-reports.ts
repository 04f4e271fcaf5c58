import type { PageText, PaperText, TextBlock } from '../../../../src/domain/paper-text.ts';

export const para = (number: string | null, lead: string | null, text: string) =>
  ({ kind: 'paragraph', number, lead, text }) as const;

export const heading = (text: string) => ({ kind: 'heading', level: 2, text }) as const;

export const table = (...rows: readonly (readonly string[])[]) =>
  ({ kind: 'table', header: true, rows }) as const;

export const report = (...pages: readonly (readonly TextBlock[])[]): PaperText => ({
  format: 1,
  pages: pages.map((blocks, at): PageText => ({ page: at + 1, label: null, blocks })),
});

/** A report with names in bold. The council, its rivers and its plan are invented. */
export const boldReport = report(
  [
    heading('Update on the Clean Rivers Action Plan'),
    heading('1. Purpose'),
    para('1.1', null, 'Ambleford Borough Council agreed the plan in May 2024.'),
    para('1.2', null, 'Members are asked to note what has been done.'),
    heading('2. Progress'),
    para('2.1', null, 'The panel last met in June. Progress in each area is set out below.'),
    para(
      '2.2',
      'Sewage outfalls.',
      'Six of nine outfalls have been completed. The rest are due by March 2026.',
    ),
    para('2.3', 'Otters', 'The count has slipped as the contractor withdrew.'),
  ],
  [
    para(null, null, 'A new contractor is being sought.'),
    para('2.3.1', null, 'Two firms have answered.'),
    para('2.4', 'School visits:', 'Visits are on track for every 3 months.'),
    para('2.5', null, 'Overall the panel is content.'),
    heading('3. Conclusion'),
    para('3.1', null, 'Members are thanked.'),
  ],
);

/** The same without a mark in print. */
export const plainReport = report([
  heading('Libraries improvement plan'),
  heading('4 Progress against the plan'),
  para('4.1', null, 'The improvement plan has three parts, and work on each is as follows:'),
  para('4.2', null, 'Opening hours Consultation ended on 3 May 2025 and longer hours have been approved.'),
  para('4.3', null, 'Book stock The new supplier is awaited.'),
  para('4.4', null, 'Mobile vans The service is delayed until autumn 2025.'),
  heading('5 Legal implications'),
  para('5.1', null, 'There are none.'),
]);

/** A table on two pages, its header printed on both, a row cut by the break. */
export const tableReport = report(
  [
    heading('Road safety action plan'),
    para('1.1', null, 'The plan is below.'),
    table(
      ['Ref', 'Action', 'Lead', 'Timescale', 'Progress', 'RAG'],
      ['', 'Theme one: schools', '', '', '', ''],
      ['A1', 'Crossing at Mill Lane', 'Highways', 'March 2026', 'Design done.', 'Green'],
      ['A2', 'Signs at Ford', 'Highways', '2025/26', 'Waiting for', 'Amber'],
    ),
    para(null, null, 'Page 4'),
  ],
  [
    table(
      ['Ref', 'Action', 'Lead', 'Timescale', 'Progress', 'RAG'],
      ['', '', '', '', 'the order to be sealed.', ''],
      ['A3', 'Lights in Long Street', 'Energy', 'June 2025', 'The lamps have not arrived.', 'Red'],
      ['A4', 'Cycle training', 'Schools', 'Ongoing', 'All schools took part.', 'Complete'],
    ),
  ],
);

/** Numbered paragraphs and a table that are no plan. */
export const otherReport = report([
  heading('Taxi fares'),
  heading('1. Introduction'),
  para('1.1', null, 'The trade has asked for higher fares, for the following reasons:'),
  para('1.2', null, 'Fuel costs more than in January 2024.'),
  para('1.3', null, 'Insurance is dearer.'),
  heading('2. Options'),
  para('2.1', 'Keep fares.', 'The fares stay.'),
  para('2.2', 'Raise fares.', 'The fares rise by a tenth.'),
  table(
    ['Distance', 'Fare now', 'Proposed fare'],
    ['First mile', '3.00', '3.30'],
    ['Each more', '2.00', '2.20'],
  ),
  table(
    ['Risk', 'Likelihood', 'Impact', 'Action', 'Owner', 'RAG'],
    ['Fewer drivers', '3', '4', 'Talk to the trade', 'Licensing', 'Amber'],
    ['Complaints', '2', '2', 'Answer them', 'Licensing', 'Green'],
  ),
]);
