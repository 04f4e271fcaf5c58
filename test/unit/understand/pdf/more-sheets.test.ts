import { expect, test } from 'vitest';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, paperOfBlocks, paperOfText, paragraph, table } from './sample-paper.ts';
import { itemsOf, membersOf, valuesOf } from './told.ts';

test('pages in a column, parts of items, and a quorum before the agenda', () => {
  const paper = paperOfText('Agenda frontsheet Wednesday 11-Mar-2026 19.00 Environment Committee.pdf', [
    `
    Public Document Pack
    # Environment Committee
    # Wednesday, 11 March 2026 at 7.00 p.m.
    Committee Rooms 1 and 2 - Civic Centre
    Agenda
    The meeting will be webcast live. Members of the public who wish to attend should see below.
    Membership:
    Chairperson | : | Councillor Uma Vant
    Deputy Chairperson | : | Councillor Wes Xu
    Councillors: | | Abe Young, Zoe Ash
    and Bo Crane
    Quorum: 3
    Contact for further enquiries:
    Dee Evans, Democratic Services Officer
    020 7946 0000
    dee.evans@borough.example`,
    `
    # SECTION ONE
    # 1. | APOLOGIES FOR ABSENCE
    To receive any apologies for absence.
    # 2. | DECLARATIONS OF INTEREST | 7 - 8
    # 3. | REPORTS FOR CONSIDERATION
    # 3.1 | Air quality action plan | 15 - 40
    # 3.2 | Tree strategy (Pages 41 - 60)
    # 4. | ANY OTHER UNRESTRICTED BUSINESS
    Next meeting: Tuesday, 21 April 2026 at 7.00 p.m.`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toEqual({
    committee: 'Environment Committee',
    start: '2026-03-11T19:00',
    plannedEnd: undefined,
    venue: 'Committee Rooms 1 and 2 - Civic Centre',
    contact: { name: 'Dee Evans', telephone: '020 7946 0000', email: 'dee.evans@borough.example' },
    published: undefined,
    exemptSection: undefined,
  });
  expect(membersOf(meeting).map(([name, role]) => `${name} ${role}`)).toEqual([
    'Uma Vant chair',
    'Wes Xu vice-chair',
    'Abe Young member',
    'Zoe Ash member',
    'Bo Crane member',
  ]);
  expect(itemsOf(meeting)).toEqual([
    '1: APOLOGIES FOR ABSENCE',
    '2: DECLARATIONS OF INTEREST [7-8]',
    '3: REPORTS FOR CONSIDERATION',
    '3.1: Air quality action plan [15-40]',
    '3.2: Tree strategy [41-60]',
    '4: ANY OTHER UNRESTRICTED BUSINESS',
  ]);
});

test('headings with their values underneath, and items after the public has left', () => {
  const paper = paperOfText('agenda.pdf', [
    `
    Wessex and Mercia Combined Authority
    # Agenda for Transport Committee
    # Friday 13 March 2026, 1.30pm
    # Venue
    The Boardroom, 2 Canal Street, Wessex, WX1 1AA
    # Contact
    Gail Hart 0300 123 4567 gail.hart@wmca.example
    # Agenda
    # 1 | Apologies for absence
    # 2 | Minutes of last meeting | Pages 5 - 12
    For approval
    # 3 | Exclusion of press and public
    # 4 | Rail franchise | Pages 13 - 20
    # Date of next meeting: 8 May 2026`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    committee: 'Transport Committee',
    start: '2026-03-13T13:30',
    venue: 'The Boardroom, 2 Canal Street, Wessex, WX1 1AA',
    contact: { name: 'Gail Hart', telephone: '0300 123 4567', email: 'gail.hart@wmca.example' },
    exemptSection: 'has-items',
  });
  expect(itemsOf(meeting)).toEqual([
    '1: Apologies for absence',
    '2: Minutes of last meeting [5-12]',
    '3: Exclusion of press and public',
    '4: Rail franchise [13-20] EXEMPT',
  ]);
  expect(meeting.items.map(({ text }) => text)).toEqual([[], ['For approval'], [], []]);
});

test('a parish that numbers its items through the year', () => {
  const paper = paperOfText('h.pdf', [
    `
    # LITTLE BOURTON PARISH COUNCIL
    Clerk: Mrs P Quill, 1 The Green, Little Bourton. Tel 01295 000000
    4th March 2026
    To: All members of the Parish Council
    You are summoned to the meeting of Little Bourton Parish Council, which will be held on Tuesday
    10th March 2026 in the Village Hall, commencing at 7.30pm.
    # AGENDA
    25/101 Apologies for absence
    25/102 To approve the minutes of the meeting held on 10th February 2026
    25/103 Planning: 26/00123/F Land at Mill Farm
    Signed: P Quill
    Clerk to the Council`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    committee: 'Little Bourton Parish Council',
    start: '2026-03-10T19:30',
    venue: 'Village Hall',
    contact: { name: 'Mrs P Quill' },
    published: '2026-03-04',
  });
  expect(itemsOf(meeting)).toEqual([
    '25/101: Apologies for absence',
    '25/102: To approve the minutes of the meeting held on 10th February 2026',
    '25/103: Planning: 26/00123/F Land at Mill Farm',
  ]);
});

test('an agenda in a table, its descriptions in rows of their own', () => {
  const paper = paperOfBlocks('i.pdf', [
    [
      heading('Standards Committee'),
      paragraph('Date and Time: Thursday 19 March 2026 6.30 pm'),
      paragraph('Venue: Council Chamber'),
      heading('AGENDA'),
      table(
        ['1', 'APOLOGIES', ''],
        ['2', 'MINUTES', '(Pages 1 - 4)'],
        ['', 'To confirm the minutes of 8 January.', ''],
        ['3', 'CODE OF CONDUCT', '(Pages 5 - 8)'],
      ),
      paragraph('Ida Jump'),
      paragraph('Chief Executive'),
      paragraph('11 March 2026'),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    start: '2026-03-19T18:30',
    venue: 'Council Chamber',
    published: '2026-03-11',
  });
  expect(itemsOf(meeting)).toEqual(['1: APOLOGIES', '2: MINUTES [1-4]', '3: CODE OF CONDUCT [5-8]']);
  expect(meeting.items.map(({ text }) => text)).toEqual([[], ['To confirm the minutes of 8 January.'], []]);
});
