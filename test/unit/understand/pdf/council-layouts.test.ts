import { describe, expect, test } from 'vitest';
import { paperKind } from '../../../../src/understand/pdf/paper-kind.ts';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, paperOfBlocks, paperOfText, paragraph, table } from './sample-paper.ts';
import { itemsOf, membersOf, valuesOf } from './told.ts';

describe('a table with columns of wards and of what is not open', () => {
  const paper = paperOfBlocks('panel.pdf', [
    [
      heading('NORTH PLANS PANEL'),
      paragraph(
        'Meeting to be held in Civic Hall, Ledbury, LX9 1AA on Thursday, 9th January, 2025 at 1.30 pm',
      ),
      heading('MEMBERSHIP'),
      paragraph('Councillors'),
      table(['A Ash\nB Birch (Chair)\nC Cole', 'D Dale\nE Elm']),
      paragraph('Agenda compiled by: Flo Garth'),
      paragraph('Governance Support'),
      paragraph('Tel: 01234 567890'),
      heading('A G E N D A'),
      table(
        ['Item No', 'Ward', 'Item Not Open', '', 'Page No'],
        ['1', '', '', 'LATE ITEMS\nTo identify items which have been admitted by the Chair', ''],
        ['2', '', '', 'MINUTES\nTo approve the minutes of the meeting held on 28 November 2024.', '5 - 12'],
        ['3', 'Weir', '', '24/0440/FU - LAND OFF RACE LANE\nTo consider the attached report.', '13 - 48'],
        ['4', '', '10.4(3)', 'NEXT MEETING', ''],
      ),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');

  test('titles are what is neither ward nor description', () => {
    expect(itemsOf(meeting)).toEqual([
      '1: LATE ITEMS',
      '2: MINUTES [5-12]',
      '3: 24/0440/FU - LAND OFF RACE LANE [13-48]',
      '4: NEXT MEETING',
    ]);
  });

  test('members stand in columns, a name a line', () => {
    expect(membersOf(meeting).map(([name, role]) => [name, role])).toEqual([
      ['A Ash', 'member'],
      ['D Dale', 'member'],
      ['B Birch', 'chair'],
      ['E Elm', 'member'],
      ['C Cole', 'member'],
    ]);
    expect(meeting.contact?.value).toEqual({ name: 'Flo Garth', telephone: '01234 567890', email: null });
  });
});

test('pages may stand before the number, and in a column too narrow for both of them', () => {
  const before = paperOfBlocks('cabinet.pdf', [
    [
      heading('CABINET'),
      paragraph('TUESDAY, 21 JANUARY 2025 AT 10:00 HOURS'),
      paragraph('IN COMMITTEE ROOM 3, COUNCIL HOUSE, BRAMWELL'),
      heading('AGENDA'),
      table(['', '1', 'APOLOGIES'], ['5 - 14', '2', 'MINUTES'], ['15 - 60', '3', 'BUDGET REPORT']),
      heading('PRIVATE AGENDA'),
      table(['', '4', 'WASTE CONTRACT']),
    ],
  ]);
  const meeting = present(pdfMeeting(before), 'meeting');
  expect(itemsOf(meeting)).toEqual([
    '1: APOLOGIES',
    '2: MINUTES [5-14]',
    '3: BUDGET REPORT [15-60]',
    '4: WASTE CONTRACT EXEMPT',
  ]);
  expect(valuesOf(meeting)).toMatchObject({
    start: '2025-01-21T10:00',
    venue: 'COMMITTEE ROOM 3, COUNCIL HOUSE, BRAMWELL',
  });
  const narrow = paperOfText('narrow.pdf', [
    `
    # Audit Board
    Thursday 9 January 2025 at 10.00 am
    # Agenda
    1. | Welcome
    2. | Minutes | 5 -
     | To approve the minutes of 5 December. | 12
    3. | Budget | 13 -
     | Report of the treasurer. | 38`,
  ]);
  expect(itemsOf(present(pdfMeeting(narrow), 'meeting'))).toEqual([
    '1: Welcome',
    '2: Minutes [5-12]',
    '3: Budget [13-38]',
  ]);
});

test('labels in a row above their values', () => {
  const paper = paperOfBlocks('notice.pdf', [
    [
      heading('Notice of Meeting'),
      heading('Health Select Committee'),
      table(
        ['Date & time', 'Place', 'Contact'],
        [
          'Thursday, 5 December 2024 at 10.00 am',
          'Wood House, 11 Hill Road, Reigate',
          'Sal Barrow, Scrutiny Officer\nTel 01234 440804\nsal.barrow@surrow.example',
        ],
      ),
      paragraph('Elected Members'),
      paragraph('Rob Evans OBE, Ann Good (Vice- Chairman), Tre Hogg (Chairman) and Cas de Mor'),
      heading('AGENDA ITEMS'),
      paragraph('1 APOLOGIES FOR ABSENCE'),
      paragraph('2 MINUTES [pp. 5-28]'),
      paragraph('3 DECLARATIONS OF INTEREST'),
    ],
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    committee: 'Health Select Committee',
    start: '2024-12-05T10:00',
    venue: 'Wood House, 11 Hill Road, Reigate',
    contact: { name: 'Sal Barrow', telephone: '01234 440804', email: 'sal.barrow@surrow.example' },
  });
  expect(membersOf(meeting).map(([name, role]) => `${name}: ${role}`)).toEqual([
    'Rob Evans OBE: member',
    'Ann Good: vice-chair',
    'Tre Hogg: chair',
    'Cas de Mor: member',
  ]);
  expect(itemsOf(meeting)).toEqual([
    '1: APOLOGIES FOR ABSENCE',
    '2: MINUTES [5-28]',
    '3: DECLARATIONS OF INTEREST',
  ]);
});

test('day, time and place in one line, members in a sentence, and an officer under the agenda', () => {
  const paper = paperOfText('cabinet.pdf', [
    `
    # NOTICE OF MEETING
    # Cabinet
    Tuesday, 21st January, 2025, 6.30 pm - Marlow House, 294 High Road (watch it here)
    Members: Councillors Pat Alder (Chair), Mia Hale-Ash and Lu das Rivas
    Quorum: 2
    # 1. | FILMING
    # 2. | APOLOGIES
    # 3. | MINUTES (PAGES 1 - 12)

    Ay Simmons
    Democratic Services Manager
    Tel – 01234 489000
    Email: ay.simmons@marlow.example`,
  ]);
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(valuesOf(meeting)).toMatchObject({
    start: '2025-01-21T18:30',
    venue: 'Marlow House, 294 High Road',
    contact: { name: 'Ay Simmons', telephone: '01234 489000', email: 'ay.simmons@marlow.example' },
  });
  expect(membersOf(meeting).map(([name]) => name)).toEqual(['Pat Alder', 'Mia Hale-Ash', 'Lu das Rivas']);
});

test('Roman numerals count items where nothing else does', () => {
  const paper = paperOfText('allotments.pdf', [
    `
    # Allotments Working Party
    A meeting will be held at 10.00 a.m. on Saturday 8 March 2025 at the Guildhall, Hartlow
    # Agenda
    i. Apologies
    ii. Notes of the last meeting (Page 2)
    iii. Water supply
    iv. Waiting list (Pages 3 to 5)`,
  ]);
  expect(itemsOf(present(pdfMeeting(paper), 'meeting'))).toEqual([
    'i: Apologies',
    'ii: Notes of the last meeting [2-2]',
    'iii: Water supply',
    'iv: Waiting list [3-5]',
  ]);
});

test('a sheet without the word agenda, with parts of items', () => {
  const paper = paperOfText('finance.pdf', [
    `
    # Finance Committee
    # 10.00am, Thursday, 30 January 2025
    # Dean Room, City Chambers, High Street

    # 1. Order of Business
    # 2. Declaration of Interests
    # 3. Minutes
    3.1 Minute of 26 November 2024 (Pages 7 - 16)
    # 4. Motions
    # Committee Members
    Councillor Mandy Wren (Convener), Councillor Gus Bruce`,
  ]);
  expect(paperKind(paper).value).toBe('agenda');
  const meeting = present(pdfMeeting(paper), 'meeting');
  expect(itemsOf(meeting)).toEqual([
    '1: Order of Business',
    '2: Declaration of Interests',
    '3: Minutes',
    '3.1: Minute of 26 November 2024 [7-16]',
    '4: Motions',
  ]);
  expect(membersOf(meeting).map(([name, role]) => [name, role])).toEqual([
    ['Mandy Wren', 'chair'],
    ['Gus Bruce', 'member'],
  ]);
});
