import { describe, expect, test } from 'vitest';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { samplePaper } from './sample-paper.ts';

const read = (source: string) => readMinutes('minutes.pdf', samplePaper(source));
const values = <T>(facts: readonly { readonly value: T }[]): readonly T[] => facts.map(({ value }) => value);

describe('a title that was set over several lines and read as one', () => {
  test.each([
    [
      '# MERE CITY COUNCIL POLICY & FUNDS COMMITTEE 4.00pm 1 JULY 2024 MERE TOWN HALL',
      'Policy & Funds Committee',
    ],
    ['# TARN AND WEIR BOROUGH COUNCIL COUNCIL Monday, 1st July, 2024', 'Council'],
    [
      '# MINUTES OF A MEETING OF THE LAND COMMITTEE Council Chamber 1 July 2024 (7.30 - 9.15 pm)',
      'Land Committee',
    ],
    ['CABINET MINUTES OF THE MEETING HELD ON MONDAY 1 JULY 2024 AT WEIR HALL, LEDLEY.', 'Cabinet'],
    [
      'Weir County Council Land Committee Minutes of the Meeting held on Monday, 1 July 2024 at 4 pm',
      'Land Committee',
    ],
  ])('%s', (title, committee) => {
    const { meeting } = read(`
      ${title}
      Present: Councillors A Ash (Chair), B Birch and C Cole
      # 1. Apologies
      There were none.
      # 2. Minutes
      The minutes were agreed.`);
    expect(meeting.committee?.value).toBe(committee);
    expect(meeting.date?.value).toBe('2024-07-01');
  });
});

describe('who came', () => {
  test('names stand in a table under a heading of their own, and no heading of the head is a minute', () => {
    const { present, minutes } = read(`
      # Land Committee
      # 4.00pm 1 July 2024
      # Weir Hall - Council Chamber
      # Present:
      County Councillor Matt Maxwell-Scott (Chair)
      # County Councillors
      | P Rigby | Sir Giles Fenwick, CBE |
      | S Rigg | L Hunt-Smythe MBE |
      # 1. Apologies
      There were none.
      # 2. Minutes
      The minutes were agreed.`);
    expect(values(present)).toEqual([
      'County Councillor Matt Maxwell-Scott',
      'P Rigby',
      'Sir Giles Fenwick, CBE',
      'S Rigg',
      'L Hunt-Smythe MBE',
    ]);
    expect(values(minutes).map(({ number }) => number)).toEqual(['1', '2']);
  });

  test('parties stand before their members, and a mark before a substitute', () => {
    const { present, apologies } = read(`
      # Minutes of a meeting of the Land Committee held on 1 July 2024
      | Present: | |
      | COUNCILLORS: | 4 |
      | Blue Group | Ray Best, Carol Smith and +Ted Eden |
      | Residents’ Group | Robin Crow (Vice-Chair) |
      Apologies were received for the absence of Councillors Tim Ryan and Mat Stant. +Councillor Ted Eden substituted for Councillor Tim Ryan.
      # 22. Interests
      There were none.
      # 23. Minutes
      The minutes were agreed.`);
    expect(values(present)).toEqual(['Ray Best', 'Carol Smith', 'Ted Eden', 'Robin Crow']);
    expect(values(apologies)).toEqual(['Tim Ryan', 'Mat Stant']);
  });

  test('a word in spaced letters is read', () => {
    const { present } = read(`
      # Minutes of the Meeting of the
      # LAND COMMITTEE
      Held: Monday, 1 July 2024 at 5:30 pm
      P R E S E N T :
      Councillor Cass (Chair)
      Councillor Joel (Vice Chair)
      # 58. Apologies
      There were none.
      # 59. Minutes
      The minutes were agreed.`);
    expect(values(present)).toEqual(['Councillor Cass', 'Councillor Joel']);
  });
});

test('who was also present is no member, and a heading without a number above numbered minutes is none of them', () => {
  const { meeting, present, minutes } = read(`
    # LAND COMMITTEE
    # 14 JANUARY 2025
    Minutes of the meeting held at Weir Hall, Fore Street, Ledley on Tuesday 14 January 2025 commencing at 6.30 p.m. and finishing at 8.05 p.m.
    | Present: | Cllr. B. Alf (Chairman), Cllr. D. Hall; Officers: Sian Clark (Head of Legal) |
    | | Cllrs. Mrs. G. Brice and R. Pinder MBE |
    Cllrs. K. Madd and S. Perr were also present.
    # Available Papers
    The members had before them the agenda.
    # 17. Minutes
    The minutes were agreed.
    # 18. Interests
    None.
    # 19. Lease
    The lease was noted.`);
  expect(meeting.start?.value).toBe('2025-01-14T18:30');
  expect(values(present)).toEqual(['Cllr. B. Alf', 'Cllr. D. Hall', 'Mrs. G. Brice', 'R. Pinder MBE']);
  expect(values(minutes).map(({ number }) => number)).toEqual(['17', '18', '19']);
});

test('several declare in one line, each behind a name and a colon', () => {
  const { declarations } = read(`
    # Minutes of the Land Committee held on 1 July 2024
    Present: Cllrs M Tipper, J Osborne and A Hill
    # 1. Declarations of interest
    Cllr Tipper: item 6, pecuniary, as the landlord. Cllr Osborne: item 6, personal, a neighbour.
    # 2. Minutes
    The minutes were agreed.`);
  expect(values(declarations)).toEqual([
    { name: 'Cllr Tipper', text: 'Cllr Tipper: item 6, pecuniary, as the landlord.' },
    { name: 'Cllr Osborne', text: 'Cllr Osborne: item 6, personal, a neighbour.' },
  ]);
});

test('the names of a side stand under "Councillors:", in a table or below', () => {
  const { minutes } = read(`
    # Minutes of the Council held on 1 July 2024
    Present: Councillors A Ash, B Birch, C Cole and D Dale
    # 1. Minutes
    The minutes were agreed.
    # 2. Budget
    Upon the recommendations being put to the vote, the following members voted in favour:
    | Councillors: | C Cole |
    | A Ash | B Birch |
    The following members voted against:
    # Councillors:
    Sir Don Dale, CBE
    The recommendations were therefore declared CARRIED.`);
  expect(values(minutes)[1]?.votes).toMatchObject([
    { for: ['C Cole', 'A Ash', 'B Birch'], against: ['Sir Don Dale, CBE'], abstained: [], result: 'carried' },
  ]);
});
