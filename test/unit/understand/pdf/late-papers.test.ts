import { expect, test } from 'vitest';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, paperOfBlocks, paperOfText, paragraph } from './sample-paper.ts';
import { itemsOf } from './told.ts';

test('an update sheet, and a dash where there are no pages', () => {
  const paper = paperOfText('update.pdf', [
    `
    # Planning Board
    # Update Sheet and Late Representations
    Date: Wednesday 26th February 2025
    Time: 10.30 am
    6. | 24/1234M - Land at Hill Top | 3 - 8
    7. | 24/4321C - Dairy Farm | -
    To note the plan.`,
  ]);
  expect(paperKind(paper).value).toBe('supplement');
  expect(itemsOf(present(pdfMeeting(paper), 'meeting'))).toEqual([
    '6: 24/1234M - Land at Hill Top [3-8]',
    '7: 24/4321C - Dairy Farm',
  ]);
});

test('a report that speaks of the present position is no record', () => {
  const paper = paperOfBlocks('report.pdf', [
    [
      heading('Budget consultation'),
      paragraph('Cabinet, 12 February 2025 at 10.00 am'),
      heading('Present position'),
      paragraph('Cabinet resolved: that residents be asked. The minutes of the panel were approved.'),
    ],
  ]);
  expect(paperKind(paper).value).toBe('report');
});

test('late papers that name their items', () => {
  const paper = paperOfText('addendum.pdf', [
    `
    # Addendum to the agenda
    # Development Committee
    Wednesday 5 March 2025 at 18:30
    Council Chamber, The Forum

    # Item 5a – 24/0210/FUL – Rear of 20 Alma Road
    Two further letters have been received.
    # Item 5c – 24/0199/MFA – Former Tannery
    Condition 4 is amended.`,
  ]);
  expect(paperKind(paper).value).toBe('supplement');
  expect(itemsOf(present(pdfMeeting(paper), 'meeting'))).toEqual([
    '5a: 24/0210/FUL – Rear of 20 Alma Road',
    '5c: 24/0199/MFA – Former Tannery',
  ]);
});
