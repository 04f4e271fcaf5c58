import { expect, test } from 'vitest';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, paperOfBlocks, paperOfText, paragraph, table } from './sample-paper.ts';
import { membersOf, valuesOf } from './told.ts';

const BUSINESS = [heading('AGENDA'), paragraph('1. Apologies'), paragraph('2. Minutes')];

test('members and whom to ask stand beside each other, a list each', () => {
  const paper = paperOfBlocks('licence.pdf', [
    [
      heading('Licensing Sub-Committee'),
      paragraph('Thursday, 6th March, 2025 at 9.30 am'),
      table([
        'Members\nCouncillor Mrs Blatch\nCouncillor Boz\nCouncillor Noonan',
        'Contacts\nDemocratic Support Officer\nEmma Chatt\nTel: 023 8083 0000\nEmail: emma.chatt@solent.example',
      ]),
      ...BUSINESS,
      paragraph('Wednesday, 26 February 2025 Director of Legal and Governance'),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(membersOf(meeting).map(([name]) => name)).toEqual(['Mrs Blatch', 'Boz', 'Noonan']);
  expect(valuesOf(meeting)).toMatchObject({
    contact: { name: 'Emma Chatt', telephone: '023 8083 0000', email: 'emma.chatt@solent.example' },
    published: '2025-02-26',
  });
});

test('lists beside each other on a page without tags are read by where they begin', () => {
  const paper = paperOfText('audit.pdf', [
    `
    # Audit Committee
    Thursday 6 March 2025 at 9.30 am
    Members | | Substitutes
    Cllr N Pratt (Chairman) | | Cllr T Tull
    Cllr O Quill | | Cllr U Usher
    Cllr R Rudd
    # AGENDA
    1. Apologies
    2. Minutes`,
  ]);
  expect(membersOf(present(pdfMeeting(paper), 'meeting')).map(([name, role]) => [name, role])).toEqual([
    ['N Pratt', 'chair'],
    ['O Quill', 'member'],
    ['R Rudd', 'member'],
  ]);
});
