import { expect, test } from 'vitest';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { samplePaper } from './sample-paper.ts';

const read = (source: string) => readMinutes('minutes.pdf', samplePaper(source));
const values = <T>(facts: readonly { readonly value: T }[]): readonly T[] => facts.map(({ value }) => value);
const REST = `
  # 60. Interests
  None.
  # 61. Minutes
  The minutes were agreed.`;

test.each([
  ['in one paragraph', 'P Mike Bell (Leader) P Cath Gibb A Mark Cann P Jenna Ho'],
  ['a line each', 'P Mike Bell (Leader)\nP Cath Gibb\nA Mark Cann\nP Jenna Ho'],
])('letters before names mean what their key says: %s', (_, names) => {
  const { present, apologies, minutes } = read(`
    # Minutes of the Executive held on 5 February 2025
    # Councillors:
    ${names}
    # P: Present A: Apologies for absence submitted
    ${REST}`);
  expect(values(present)).toEqual(['Mike Bell', 'Cath Gibb', 'Jenna Ho']);
  expect(values(apologies)).toEqual(['Mark Cann']);
  expect(values(minutes).map(({ number }) => number)).toEqual(['60', '61']);
});

test('initials are no marks where there is no key', () => {
  const { present } = read(`
    # Minutes of the Executive held on 5 February 2025
    Present: P Bell, A Cann
    ${REST}`);
  expect(values(present)).toEqual(['P Bell', 'A Cann']);
});

test('who takes the chair may stand before the name', () => {
  const { meeting, present } = read(`
    # Minutes of the Executive held on 5 February 2025
    Present: Councillors
    Chair Sarah Pugh
    Vice Chair Joe Mason
    | Mika Chap | Elaine McMan |
    By Invitation: Councillor Donna Higgs
    ${REST}`);
  expect(values(present)).toEqual(['Sarah Pugh', 'Joe Mason', 'Mika Chap', 'Elaine McMan']);
  expect(values(meeting.members).map(({ role }) => role)).toEqual([
    'chair',
    'vice-chair',
    'member',
    'member',
  ]);
});

test('a second vote in one sentence with its numbers is another vote, and a meeting is no committee', () => {
  const { meeting, minutes } = read(`
    # MERE CITY COUNCIL
    # Extraordinary Council
    # MINUTES of a meeting held on Monday, 24 March 2025 at 5.30 pm in the Council Chamber, Civic Hall
    Present: Councillors Ash, Birch, Cole and Dale
    # 130 Devolution
    The amendment was lost with the voting as follows:
    For: (1) Councillor Ash
    Against: (3) Councillors Birch, Cole and Dale
    The motion was then put and carried: 3 for, 1 against, 0 abstentions.
    # 131 Close
    The meeting ended.`);
  expect(meeting.committee?.value).toBe('Extraordinary Council');
  expect(values(minutes)[0]?.votes).toMatchObject([
    { result: 'lost', counted: { for: 1, against: 3 }, doubt: null },
    { result: 'carried', for: [], counted: { for: 3, against: 1 }, doubt: null },
  ]);
});

test('"Minutes" below the people is the first minute, and "the following" is nobody', () => {
  const { declarations, minutes } = read(`
    # At a meeting of Cabinet held in Room 1, Weir Hall on TUESDAY, 11 FEBRUARY 2025 at 10.00 a.m.
    # Present:-
    Councillors Mord, Butler and Cheq
    # Minutes
    RESOLVED that the minutes be confirmed.
    # Receipt of Declarations of Interest
    The following Councillors declared an interest in the item below:
    Councillor Cheq made an open declaration as a school governor.
    # Budget
    RESOLVED that the budget be agreed.`);
  expect(values(minutes).map(({ title }) => title)).toEqual([
    'Minutes',
    'Receipt of Declarations of Interest',
    'Budget',
  ]);
  expect(values(declarations).map(({ name }) => name)).toEqual(['Councillor Cheq']);
});

test('apologies may stand under a heading within an early minute', () => {
  const { apologies } = read(`
    # Minutes of the Land Committee held on 4 February 2025
    Present: Councillors A Ash and B Birch
    # 1. General
    # (1) Apologies
    Apologies were received from Councillors Jill Simm and Dave Reid (substituted by Councillor Ash).
    # 2. Quarry
    The application was refused.`);
  expect(values(apologies)).toEqual(['Jill Simm', 'Dave Reid']);
});
