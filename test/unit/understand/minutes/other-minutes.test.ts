import { describe, expect, test } from 'vitest';
import { readMinutes } from '../../../../src/understand/minutes/read-minutes.ts';
import { samplePaper } from './sample-paper.ts';

const minutesOf = (source: string) => readMinutes('minutes.pdf', samplePaper(source));
const titlesOf = (source: string) =>
  minutesOf(source).minutes.map(({ value }) => [value.number, value.title, value.itemNumber]);
const votesOf = (source: string) =>
  minutesOf(source)
    .minutes.flatMap(({ value }) => value.votes)
    .map(({ for: yes, against, abstained, counted, result, doubt }) => ({
      names: [yes.length, against.length, abstained.length],
      counted: counted === null ? null : [counted.for, counted.against, counted.abstained],
      result,
      doubt,
    }));

test('a table that holds number, title and all that was said', () => {
  const read = readMinutes('minutes.pdf', {
    format: 1,
    pages: [
      {
        page: 1,
        label: null,
        blocks: [
          {
            kind: 'heading',
            level: 2,
            text: 'Minutes of the meeting of Ledford Council held on 15 January 2025',
          },
          { kind: 'paragraph', number: null, lead: null, text: 'Present: Cllr A Ash (Chair), Cllr B Birch' },
          {
            kind: 'table',
            header: false,
            rows: [
              ['Ref', 'Item', 'Action'],
              ['2025/1/FC', 'Apologies\nApologies were received from Cllr C Cole.', ''],
              ['2025/2/FC', 'Budget\nIt was RESOLVED that the budget be approved.', 'DD'],
            ],
          },
        ],
      },
    ],
  });
  expect(read.minutes.map(({ value }) => [value.number, value.title, value.resolutions])).toEqual([
    ['2025/1/FC', 'Apologies', []],
    ['2025/2/FC', 'Budget', ['It was RESOLVED that the budget be approved.']],
  ]);
  expect(read.apologies.map(({ value }) => value)).toEqual(['Cllr C Cole']);
});

describe('numbers', () => {
  test('of three parts count with the part that goes up', () => {
    expect(
      titlesOf(`
      # Minutes of the Council of Bolby held on 5 March 2025
      Present: Councillor A Ash
      # CL75-24/25 APOLOGIES
      None.
      # CL76-24/25 BUDGET
      RESOLVED that it be approved.
      # CL77-24/25 NEXT MEETING
      May.`),
    ).toEqual([
      ['CL75-24/25', 'APOLOGIES', null],
      ['CL76-24/25', 'BUDGET', null],
      ['CL77-24/25', 'NEXT MEETING', null],
    ]);
  });

  test('with the item in square brackets, and dates that are none', () => {
    expect(
      titlesOf(`
      # COUNCIL
      # 19 February 2025
      Present: Councillor A Ash
      # 1/25 APOLOGIES [Item 1]
      None.
      # 2/25 ELM QUARRY [Item 7]
      Noted.`),
    ).toEqual([
      ['1/25', 'APOLOGIES', '1'],
      ['2/25', 'ELM QUARRY', '7'],
    ]);
  });
});

describe('who came', () => {
  const rest = `
    # 1. Apologies
    None.
    # 2. Budget
    Noted.`;

  test('by marks and their key', () => {
    const { present, apologies } = minutesOf(`
    # Minutes of the Planning Committee held on 29 January 2025
    Elected Members:
    * * | Ern Mallow
    Scott Lew
    * * | Edna Hawk (Chairman)
    = Rich Tears
    * * | In attendance
    = Apologies
    ${rest}`);
    expect(present.map(({ value }) => value)).toEqual(['Ern Mallow', 'Edna Hawk']);
    expect(apologies.map(({ value }) => value)).toEqual(['Rich Tears']);
  });

  test('at the end of the paper, and as a minute', () => {
    const atEnd = minutesOf(`
    # Minutes of the Overview Committee held on 16 January 2025
    ${rest}
    # Attendance List
    # Councillors present:
    Ann Ash (Chair)
    Ben Oak
    # Officers in attendance:
    Cy Dale, Solicitor
    # Councillor apologies:
    Di Elm`);
    expect(atEnd.present.map(({ value }) => value)).toEqual(['Ann Ash', 'Ben Oak']);
    expect(atEnd.apologies.map(({ value }) => value)).toEqual(['Di Elm']);
    const asMinute = minutesOf(`
    # ASSETS COMMITTEE
    Minutes of the meeting held on Monday 18th September 2023 at 7.00pm in the Council Chamber
    # A23/014 PRESENT
    Councillors Ash, Birch and Cole
    D Dale (Town Clerk)
    # A23/015 APOLOGIES
    Apologies were received from Cllrs Elm and Fir (business).`);
    expect(asMinute.meeting.committee?.value).toBe('Assets Committee');
    expect(asMinute.meeting.venue?.value).toBe('Council Chamber');
    expect(asMinute.present.map(({ value }) => value)).toEqual(['Ash', 'Birch', 'Cole']);
    expect(asMinute.apologies.map(({ value }) => value)).toEqual(['Elm', 'Fir']);
  });

  test('with offices behind names, and a substitute in a sentence', () => {
    const { present } = minutesOf(`
    # Cabinet Minutes
    # Monday 3 February 2025
    PRESENT:- Councillor Ann Ash, Leader of the Council
    Councillor Ben Oak, Cabinet Member for Housing
    Councillor Cy Dale attended as a substitute for Councillor Di Elm.
    ${rest}`);
    expect(present.map(({ value }) => value)).toEqual([
      'Councillor Ann Ash',
      'Councillor Ben Oak',
      'Councillor Cy Dale',
    ]);
  });
});

describe('votes', () => {
  const head = `
    # Minutes of the Council held on 15 January 2025
    Present: Councillor A Ash
    # 65. Minutes
    Agreed.
    # 66. Buses`;

  test('by yes and no, each with its number', () => {
    expect(
      votesOf(`${head}
      The voting on the motion was recorded as follows:
      YES - 3
      Ash, Birch, Cole
      NO - 2
      Dale, Elm
      ABSTAIN - 1
      Fir`),
    ).toEqual([{ names: [3, 2, 1], counted: [3, 2, 1], result: null, doubt: null }]);
  });

  test('by dots that lead to the number, and an office before a name', () => {
    expect(
      votesOf(`${head}
      There voted for the motion:
      Councillors Ash, Birch and Cole ................................ 3
      There voted against the motion:
      Councillor Dale ................................ 1
      There abstained from voting:
      The Worshipful the Mayor, Councillor Elm ..................... 1`),
    ).toEqual([{ names: [3, 1, 1], counted: [3, 1, 1], result: null, doubt: null }]);
  });

  test('by a table with a row of totals, and its result under it', () => {
    expect(
      votesOf(`${head}
      A recorded vote was requested:
      |Councillor|For|Against|Abstain|
      |Ash|X|||
      |Birch|X|||
      |Cole||X||
      |Dale|||X|
      |Total|2|1|1|
      CARRIED.`),
    ).toEqual([{ names: [2, 1, 1], counted: [2, 1, 1], result: 'carried', doubt: null }]);
  });

  test('by numbers and a result at the end of a line', () => {
    expect(
      votesOf(`${head}
      Cllr Ash proposed a precept of £12,000. Vote: 3 for, 1 against. Carried.`),
    ).toEqual([{ names: [0, 0, 0], counted: [3, 1, 0], result: 'carried', doubt: null }]);
  });
});
