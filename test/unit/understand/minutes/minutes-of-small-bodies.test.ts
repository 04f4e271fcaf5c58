import { describe, expect, test } from 'vitest';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { samplePaper } from './sample-paper.ts';

const read = (source: string) => readMinutes('minutes.pdf', samplePaper(source));
const values = <T>(facts: readonly { readonly value: T }[]): readonly T[] => facts.map(({ value }) => value);

describe('a committee whose minutes have no numbers', () => {
  const { meeting, apologies, declarations, minutes } = read(`
    # Minutes of the Meeting of the Health Scrutiny Panel held on Tuesday 3 June 2025 at 2 p.m. at the Old Mill, Tarn and online
    # Members Present:
    Councillor Tess Upton (Chair), Councillor Val Wynn, Councillor Xan Yale
    # Apologies
    Councillor Tess Upton reported apologies from Councillor Zed Abbot. Apologies for lateness were received from Councillor Bea Cray. Councillor Dot Early had sent her apologies but was attending remotely.
    # Declarations of Interest and of any Party Whip
    Item 5 – Nursing Homes. Councillors Val Wynn and Xan Yale declared non-pecuniary interests as carers and Councillor Tess Upton declared an interest as she was a nurse.
    No whip was declared.
    # Nursing Homes
    The Panel AGREED:
    * • | to note the report; and
    * • | to visit the homes.
    # Any Other Business
    None.`);

  test('the meeting and the people', () => {
    expect(meeting.committee?.value).toBe('Health Scrutiny Panel');
    expect(meeting.start).toMatchObject({ value: '2025-06-03T14:00', doubt: null });
    expect(meeting.venue?.value).toBe('Old Mill, Tarn and online');
    expect(values(apologies)).toEqual(['Councillor Zed Abbot']);
    expect(values(declarations)).toEqual([
      { name: 'Val Wynn', text: expect.stringContaining('declared non-pecuniary interests as carers') },
      { name: 'Xan Yale', text: expect.stringContaining('declared non-pecuniary interests as carers') },
      {
        name: 'Councillor Tess Upton',
        text: 'Councillor Tess Upton declared an interest as she was a nurse.',
      },
    ]);
  });

  test('the minutes are guessed from headings', () => {
    expect(minutes.map(({ value, doubt }) => [value.number, value.title, doubt])).toEqual([
      [null, 'Apologies', 'guessed'],
      [null, 'Declarations of Interest and of any Party Whip', 'guessed'],
      [null, 'Nursing Homes', 'guessed'],
      [null, 'Any Other Business', 'guessed'],
    ]);
    expect(minutes[2]?.value.resolutions).toEqual([
      'AGREED:\n• to note the report; and\n• to visit the homes.',
    ]);
  });
});

describe('a parish, plain lines', () => {
  const { meeting, apologies, declarations, minutes } = read(
    `
    Minutes of the Parish Council Meeting held at the Village Hall, Lower Dene on Monday 9th June 2025 at 7.30pm
    Present: Cllrs Ida Jay (Chair), Kim Lowe, Max Nunn
    In attendance: the Clerk, three members of the public
    * 25/31. | APOLOGIES
    None.
    * 25/32. | DECLARATIONS OF INTEREST
    None received.
    * 25/33. | FINANCE
    It was RESOLVED to pay the bills. Proposed Cllr Lowe, seconded Cllr Nunn.
    Cllr Nunn requested that his vote against be recorded.`.replaceAll(/\* (25\/\d+\.) \|/g, '$1'),
  );

  test('is read too', () => {
    expect(meeting.start?.value).toBe('2025-06-09T19:30');
    expect(meeting.venue?.value).toBe('Village Hall, Lower Dene');
    expect([...apologies, ...declarations]).toEqual([]);
    expect(values(minutes).map(({ number, title }) => [number, title])).toEqual([
      ['25/31', 'APOLOGIES'],
      ['25/32', 'DECLARATIONS OF INTEREST'],
      ['25/33', 'FINANCE'],
    ]);
    expect(minutes[2]?.value.resolutions[0]).toMatch(/^It was RESOLVED to pay the bills\./);
    expect(minutes[2]?.value.votes).toMatchObject([{ against: ['Cllr Nunn'], result: null }]);
  });
});

describe('a district without bold type or capitals', () => {
  const { meeting, present, apologies, minutes } = read(`
    At a meeting of the Audit Committee held in the Moot Hall, Thorn
    Monday, 14 July 2025
    Present: The Mayor (Councillor Ann Oak) in the Chair
    Labour Group: Councillors P Pine, R Reed
    Independent Group: Councillor S Sedge
    1. Apologies for absence
    There were apologies for absence from Councillors Una Umber, MBE (due to work), and Vi Vale; and for lateness from Councillor W Wood.
    2. Declarations of interest
    None
    3. Accounts
    The auditor introduced the accounts, and answered
    ---
    questions.
    Agreed: That the accounts be signed.
    Councillor Pine thanked the auditor.`);

  test('is read from its numbers, and doubted', () => {
    expect(meeting.committee?.value).toBe('Audit Committee');
    expect(meeting.date).toMatchObject({ value: '2025-07-14', doubt: null });
    expect(meeting.start).toBeNull();
    expect(values(present)).toEqual(['Councillor Ann Oak', 'P Pine', 'R Reed', 'Councillor S Sedge']);
    expect(values(apologies)).toEqual(['Una Umber, MBE', 'Vi Vale']);
    expect(minutes.map(({ value, doubt }) => [value.number, value.title, doubt])).toEqual([
      ['1', 'Apologies for absence', 'guessed'],
      ['2', 'Declarations of interest', 'guessed'],
      ['3', 'Accounts', 'guessed'],
    ]);
    expect(minutes[2]?.value.paragraphs[0]).toBe(
      'The auditor introduced the accounts, and answered questions.',
    );
    expect(minutes[2]?.value.resolutions).toEqual(['Agreed: That the accounts be signed.']);
  });
});
