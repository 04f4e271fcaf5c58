import { expect, test } from 'vitest';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, paperOfBlocks, paragraph, table } from './sample-paper.ts';
import { itemsOf, membersOf } from './told.ts';

const HEAD = [heading('Transport Committee'), paragraph('Friday 21 February 2025 at 11.00am')];

test('a table of members has a heading for each column', () => {
  const paper = paperOfBlocks('sheet.pdf', [
    [
      ...HEAD,
      paragraph('Membership:'),
      table(
        ['Name', 'Authority', 'Role'],
        ['Cllr Asha Birk', 'Cleve City Council', 'Chair'],
        ['Cllr Ned Dorn', 'Tees Borough Council', 'Vice-Chair'],
        ['Cllr Ola Finch', 'Marsh District Council', 'Member'],
      ),
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    ],
  ]);
  expect(membersOf(present(pdfMeeting(paper), 'meeting')).map(([name, role]) => [name, role])).toEqual([
    ['Asha Birk', 'chair'],
    ['Ned Dorn', 'vice-chair'],
    ['Ola Finch', 'member'],
  ]);
});

test('pages at the end of lines are pages where they rise, and members may stand behind the agenda', () => {
  const paper = paperOfBlocks('sheet.pdf', [
    [
      ...HEAD,
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes of 20 January 2025. 5 - 8'),
      paragraph('3. Land at Mill Lane, RH17 5AA. 9 - 42'),
      paragraph('To: Members of Transport Committee: Councillors J Dabel (Chairman), D Sweat and R Bates'),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(itemsOf(meeting)).toEqual([
    '1: Apologies',
    '2: Minutes of 20 January 2025. [5-8]',
    '3: Land at Mill Lane, RH17 5AA. [9-42]',
  ]);
  expect(membersOf(meeting).map(([name]) => name)).toEqual(['J Dabel', 'D Sweat', 'R Bates']);
});

test('one such end alone is part of a title', () => {
  const paper = paperOfBlocks('sheet.pdf', [
    [
      ...HEAD,
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Play for children aged 5 - 11'),
      paragraph('3. Dues'),
    ],
  ]);
  expect(itemsOf(present(pdfMeeting(paper), 'meeting'))).toContain('2: Play for children aged 5 - 11');
});

test('"Pages to follow" is a note, and those to whom an agenda was sent end it', () => {
  const paper = paperOfBlocks('sheet.pdf', [
    [
      ...HEAD,
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. School report (Pages To Follow)'),
      paragraph(
        'Electronic agendas sent to members of Transport – Councillor Ruth Hore (Chair), Councillor Tony Ash and Councillor Mark Hind.',
      ),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(itemsOf(meeting)).toEqual(['1: Apologies', '2: School report (to-follow)']);
  expect(membersOf(meeting).map(([name, role]) => [name, role])).toEqual([
    ['Ruth Hore', 'chair'],
    ['Tony Ash', 'member'],
    ['Mark Hind', 'member'],
  ]);
});
