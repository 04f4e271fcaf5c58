import { describe, expect, test } from 'vitest';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { present } from '../../../support/present.ts';
import { samplePaper } from './sample-paper.ts';

const read = (source: string, file = 'minutes.pdf') => readMinutes(file, samplePaper(source));
const values = <T>(facts: readonly { readonly value: T }[]): readonly T[] => facts.map(({ value }) => value);

describe('a county council, one sentence at its head and numbers that run on', () => {
  const {
    meeting,
    present: there,
    apologies,
    declarations,
    minutes,
  } = read(
    `
    # MARLSHIRE COUNTY COUNCIL
    # PENSIONS BOARD
    MINUTES of a meeting of the Pensions Board held in the Long Room, Shire Hall, Marl on Thursday, 5th June 2025.
    PRESENT: Mr A Fenn, OBE (Chairman), Mrs B Garth (Vice-Chairman), Sir Cole Hurst, CBE, JP and Dr D Ivor
    IN ATTENDANCE: Ms E Jarrow (Head of Law) and Mr F Kerr (Clerk)
    # UNRESTRICTED ITEMS
    | 41. | Apologies and Substitutes (Item 1) |
    Apologies for absence had been received from Mr G Lorne, MBE, Mrs H Moss-
    ---
    Nairn and Dr Orme, for whom Mr Penn was present.
    | 42. | Declarations of Interest |
    | | (Item 2) |
    * (1) | The Head of Law advised that the register held the main declarations.
    * (2) | Mrs Garth and Dr Ivor declared an interest in item 4, since they drew pensions from the Fund, and left the room.
    # 43. Governance of the
    # Fund and its Board
    (Item 3)
    * 1. | Mr Fenn introduced the report, which had been delayed because the auditors had asked for
    ---
    more time.
    * 2. | RESOLVED that the Board:
    # Year one
    * (a) | note the report;
    * (i) | as it stands; and
    * (ii) | as amended;
    # Year two
    * (b) | write to the auditors.
    * 3. | The Chairman closed the debate.
    * 44. | Fund manager
    (Item 4)
    RESOLVED that the manager be thanked.
    The meeting ended at 4.10 pm`,
    'Printed minutes 05th-Jun-2025 14.00 Pensions Board.pdf',
  );

  test('the meeting', () => {
    expect(meeting.committee?.value).toBe('Pensions Board');
    expect(meeting.start).toMatchObject({ value: '2025-06-05T14:00', doubt: null, from: { page: 1 } });
    expect(meeting.venue?.value).toBe('Long Room, Shire Hall, Marl');
    expect(values(meeting.members).map(({ name, role }) => [name, role])).toEqual([
      ['Mr A Fenn, OBE', 'chair'],
      ['Mrs B Garth', 'vice-chair'],
      ['Sir Cole Hurst, CBE, JP', 'member'],
      ['Dr D Ivor', 'member'],
    ]);
  });

  test('the people', () => {
    expect(values(there)).toEqual(['Mr A Fenn, OBE', 'Mrs B Garth', 'Sir Cole Hurst, CBE, JP', 'Dr D Ivor']);
    expect(values(apologies)).toEqual(['Mr G Lorne, MBE', 'Mrs H Moss-Nairn', 'Dr Orme']);
    expect(values(declarations).map(({ name }) => name)).toEqual(['Mrs Garth', 'Dr Ivor']);
    expect(declarations[0]?.value.text).toMatch(/^Mrs Garth and Dr Ivor declared .* left the room\.$/);
  });

  test('the minutes', () => {
    expect(values(minutes).map(({ number, title, itemNumber }) => [number, title, itemNumber])).toEqual([
      ['41', 'Apologies and Substitutes', '1'],
      ['42', 'Declarations of Interest', '2'],
      ['43', 'Governance of the Fund and its Board', '3'],
      ['44', 'Fund manager', '4'],
    ]);
    expect(minutes.every(({ doubt }) => doubt === null)).toBe(true);
    const governance = present(minutes[2], 'minute').value;
    expect(governance.paragraphs[0]).toBe(
      '1. Mr Fenn introduced the report, which had been delayed because the auditors had asked for more time.',
    );
    expect(governance.resolutions).toEqual([
      [
        'RESOLVED that the Board:',
        'Year one',
        '(a) note the report;',
        '(i) as it stands; and',
        '(ii) as amended;',
        'Year two',
        '(b) write to the auditors.',
      ].join('\n'),
    ]);
    expect(minutes[3]?.value.resolutions).toEqual(['RESOLVED that the manager be thanked.']);
  });
});

describe('a borough, lines at its head and Councillor lists', () => {
  const {
    meeting,
    present: there,
    apologies,
    declarations,
    minutes,
  } = read(`
    # Fernborough Borough Council
    # Planning Committee
    Wednesday 4 June 2025
    7.30 pm – 9.05 pm
    Council Chamber, Town Hall, Fernborough
    # Minutes
    Present: Councillor A Ash (Chair), Councillors B Birch, C Cole and Mrs D Dale
    Officers: E Elm (Head of Planning), F Fir
    # 1 Apologies for Absence
    Apologies were received from Councillors Guy Gale and Hana Holt (Councillor Ivy substituting).
    # 2 Disclosable Pecuniary Interests
    There were no declarations of interest.
    # 3 Minutes
    RESOLVED: (unanimously)
    That the minutes of 7 May 2025 be signed.
    # 4 25/0041 – Land at Mill Lane
    4.1 The Head of Planning introduced the report.
    4.2 Councillor Birch declared a non-pecuniary interest, as he lived close by, and left the room.
    4.3 It was moved by Councillor Cole, seconded by Councillor Dale and
    RESOLVED – That permission be granted, subject to:
    * 1. | three years to begin;
    * 2. | bats.
    For: Councillors Ash, Cole, Dale (3) Against: None Abstentions: None
    `);

  test('the meeting', () => {
    expect(meeting.committee?.value).toBe('Planning Committee');
    expect(meeting.start).toMatchObject({ value: '2025-06-04T19:30', doubt: null });
    expect(meeting.venue).toMatchObject({
      value: 'Council Chamber, Town Hall, Fernborough',
      doubt: 'guessed',
    });
  });

  test('the people', () => {
    expect(values(there)).toEqual(['Councillor A Ash', 'B Birch', 'C Cole', 'Mrs D Dale']);
    expect(values(apologies)).toEqual(['Guy Gale', 'Hana Holt']);
    expect(values(declarations)).toEqual([
      {
        name: 'Councillor Birch',
        text: expect.stringMatching(/^Councillor Birch declared a non-pecuniary interest/),
      },
    ]);
  });

  test('the minutes', () => {
    expect(values(minutes).map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Apologies for Absence'],
      ['2', 'Disclosable Pecuniary Interests'],
      ['3', 'Minutes'],
      ['4', '25/0041 – Land at Mill Lane'],
    ]);
    expect(minutes[2]?.value.resolutions).toEqual([
      'RESOLVED: (unanimously)\nThat the minutes of 7 May 2025 be signed.',
    ]);
    expect(minutes[3]?.value.resolutions).toEqual([
      'RESOLVED – That permission be granted, subject to:\n1. three years to begin;\n2. bats.',
    ]);
    expect(minutes[3]?.value.votes).toMatchObject([
      {
        for: ['Ash', 'Cole', 'Dale'],
        against: [],
        abstained: [],
        counted: { for: 3, against: 0, abstained: 0 },
      },
    ]);
  });
});

describe('a district, tables and lists one below the other', () => {
  const {
    meeting,
    present: there,
    apologies,
    declarations,
    minutes,
  } = read(`
    | Committee: | Licensing Sub-Committee |
    | Date: | Monday, 2 June 2025 |
    | Time: | 10.00 am |
    | Venue: | Room 2, Civic Centre |
    # Present:
    Cllr J Kent (in the Chair)
    Cllr L Moor
    Cllr N Oak
    # Also present:
    Cllr P Quill
    # Apologies:
    Cllr R Sand
    54.
    # DECLARATIONS OF INTEREST
    | Member | Item | Interest |
    | Cllr L Moor | 55 | Other registrable: school governor |
    55.
    # LICENCE FOR THE ANCHOR
    The sub-committee heard the applicant.
    Resolved: that
    * a) | the licence be granted; and
    * b) | it be reviewed in a year.
    56.
    # DATE OF NEXT MEETING
    It was agreed that the next meeting be held on 7 July 2025.`);

  test('the meeting and the people', () => {
    expect(meeting.committee?.value).toBe('Licensing Sub-Committee');
    expect(meeting.start).toMatchObject({ value: '2025-06-02T10:00', doubt: null });
    expect(meeting.venue?.value).toBe('Room 2, Civic Centre');
    expect(values(there)).toEqual(['Cllr J Kent', 'Cllr L Moor', 'Cllr N Oak']);
    expect(meeting.members[0]?.value.role).toBe('chair');
    expect(values(apologies)).toEqual(['Cllr R Sand']);
    expect(values(declarations)).toEqual([
      { name: 'Cllr L Moor', text: 'Cllr L Moor – 55 – Other registrable: school governor' },
    ]);
  });

  test('the minutes', () => {
    expect(values(minutes).map(({ number, title }) => [number, title])).toEqual([
      ['54', 'DECLARATIONS OF INTEREST'],
      ['55', 'LICENCE FOR THE ANCHOR'],
      ['56', 'DATE OF NEXT MEETING'],
    ]);
    expect(values(minutes).flatMap(({ resolutions }) => resolutions)).toEqual([
      'Resolved: that\na) the licence be granted; and\nb) it be reviewed in a year.',
      'It was agreed that the next meeting be held on 7 July 2025.',
    ]);
  });
});

test('a weekday that the date does not have is doubted', () => {
  const { meeting } = read('Minutes of the meeting of the Cabinet held on Friday 5 June 2025 at 10.00 am');
  expect(meeting.start).toMatchObject({ value: '2025-06-05T10:00', doubt: 'disagrees' });
});

test('what is no minutes gives few facts', () => {
  expect(read('')).toMatchObject({ present: [], apologies: [], declarations: [], minutes: [] });
  expect(read('The cat sat on the mat.').minutes).toEqual([]);
});
