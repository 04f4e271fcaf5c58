import { describe, expect, test } from 'vitest';
import { pdfMeeting } from '../../../../src/understand/pdf/pdf-meeting.ts';
import { present } from '../../../support/present.ts';
import { heading, paperOfBlocks, paperOfText, paragraph, table } from './sample-paper.ts';
import { itemsOf, membersOf, valuesOf } from './told.ts';

const read = (...blocks: Parameters<typeof paperOfBlocks>[1][number]) =>
  present(pdfMeeting(paperOfBlocks('paper.pdf', [blocks])), 'meeting');

const HEAD = [
  heading('Fire Panel'),
  paragraph('Monday 3 March 2025 at 10.00 am in the Oak Room, Weir Hall, Ledley'),
  heading('AGENDA'),
];

describe('the time at which an item is expected', () => {
  test('is no part of its title, before or behind its number', () => {
    const behind = read(
      ...HEAD,
      table(
        ['1.', '10.00 am', 'Apologies'],
        ['2.', '10.05 am', 'Minutes (Pages 1 - 4)'],
        ['3.', '10.30', 'Precept'],
      ),
    );
    expect(itemsOf(behind)).toEqual(['1: Apologies', '2: Minutes [1-4]', '3: Precept']);
    const before = read(
      ...HEAD,
      paragraph('10.00 am 1. Apologies'),
      paragraph('10.05 am 2. Minutes (Pages 1 - 4)'),
      paragraph('10.30 am 3. Precept'),
    );
    expect(itemsOf(before)).toEqual(itemsOf(behind));
  });
});

test('a single number under "Pages" is a page, and where the paper lies is no title', () => {
  const meeting = read(
    ...HEAD,
    table(
      ['Item', '', 'Pages'],
      ['1.', 'Apologies', ''],
      ['2.', 'Minutes', '3 - 8'],
      ['3.', 'Leave of the public', '9'],
    ),
    paragraph('4. Work plan Appendix C (Pages 10 - 12)'),
    paragraph('5. Dues – to approve the dues for the year'),
  );
  expect(itemsOf(meeting)).toEqual([
    '1: Apologies',
    '2: Minutes [3-8]',
    '3: Leave of the public [9-9]',
    '4: Work plan [10-12]',
    '5: Dues',
  ]);
  expect(meeting.items.at(-1)?.text).toEqual(['to approve the dues for the year']);
});

test('pages stand in brackets with other words', () => {
  const meeting = read(
    ...HEAD,
    paragraph('1. Apologies'),
    paragraph('2. Minutes (attached, pages 1-4)'),
    paragraph('3. Committee reports:'),
    paragraph('4. Confidential session: staffing'),
  );
  expect(itemsOf(meeting)).toEqual([
    '1: Apologies',
    '2: Minutes [1-4]',
    '3: Committee reports',
    '4: Confidential session: staffing EXEMPT',
  ]);
});

test('pages that stand alone under a bold title are its pages', () => {
  const meeting = read(
    ...HEAD,
    paragraph('1. Apologies'),
    { kind: 'paragraph', number: '2', lead: 'Tax base', text: '(Pages 33 - 42)' },
    paragraph('3. Urgent items'),
  );
  expect(itemsOf(meeting)).toContain('2: Tax base [33-42]');
});

describe('parts of an agenda', () => {
  test('the second is open where it says what it holds, and closed where it is not public', () => {
    const open = read(
      ...HEAD,
      paragraph('PART I - PRELIMINARIES'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
      paragraph('PART II - AGENDA ITEMS'),
      paragraph('3. Trees'),
    );
    expect(open.items.some(({ exempt }) => exempt)).toBe(false);
    const closed = read(
      ...HEAD,
      paragraph('Part 1 - Public Agenda'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
      paragraph('Part 2 - Non-Public Agenda'),
      paragraph('3. Lease'),
    );
    expect(itemsOf(closed)).toEqual(['1: Apologies', '2: Minutes', '3: Lease EXEMPT']);
    expect(closed.exemptSection?.value).toBe('has-items');
  });

  test('whom to ask about one item ends no table of items', () => {
    const meeting = read(
      ...HEAD,
      table(
        ['1:', 'Apologies', ''],
        ['2:', 'Licence\nContact: Ida Quill, Licensing Officer', '1 - 8'],
        ['3:', 'Dues', '9 - 10'],
      ),
    );
    expect(itemsOf(meeting)).toEqual(['1: Apologies', '2: Licence [1-8]', '3: Dues [9-10]']);
  });
});

describe('the head of a sheet', () => {
  test('day, time and place in one paragraph are told apart, by labels or by order', () => {
    const labelled = read(
      heading('MEETING OF THE ARTS COMMISSION'),
      paragraph('DATE: MONDAY, 3 MARCH 2025 TIME: 5:30 pm PLACE: Room G.01, Weir Hall, Ledley'),
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    );
    expect(valuesOf(labelled)).toMatchObject({
      committee: 'Arts Commission',
      start: '2025-03-03T17:30',
      venue: 'Room G.01, Weir Hall, Ledley',
    });
    const ordered = read(
      heading('Arts Board'),
      paragraph('Monday 3 March 2025 6.30 pm Meeting Room G02 - 16 Lock Street, Ledley'),
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    );
    expect(valuesOf(ordered).venue).toBe('Meeting Room G02 - 16 Lock Street, Ledley');
  });

  test('a council chamber is no body, and "the Committee" does not say which', () => {
    const meeting = read(
      heading('Cabinet'),
      paragraph('A meeting of the Committee will be held as follows:'),
      paragraph('Wednesday, 15th January, 2025 at 5.00 pm,'),
      paragraph('Council Chamber, Weir Hall, The Mead LEDLEY'),
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    );
    expect(valuesOf(meeting)).toMatchObject({
      committee: 'Cabinet',
      venue: 'Council Chamber, Weir Hall, The Mead LEDLEY',
    });
  });

  test('a summons ends its place where it says what for', () => {
    const meeting = read(
      paragraph(
        'You are summoned to a meeting of Mill Parish Council to be held on Monday 10th February 2025 at 7.30pm in the Jubilee Hall, Church Road, Mill for the purpose of transacting the following business.',
      ),
      paragraph('Pat Penn, Clerk, Forge Lane 4 February 2025'),
      heading('AGENDA'),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    );
    expect(valuesOf(meeting)).toMatchObject({
      venue: 'Jubilee Hall, Church Road, Mill',
      published: '2025-02-04',
    });
  });

  test('an officer with a post, a telephone number and an address is whom to ask', () => {
    const meeting = read(
      ...HEAD,
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
      paragraph(
        'Dan Orme, Principal Scrutiny Officer Tel - 01234 567890 Email: dan.orme@ledley.example Una Ashe Head of Legal Weir Hall Friday, 21 February 2025',
      ),
    );
    expect(valuesOf(meeting)).toMatchObject({
      contact: { name: 'Dan Orme', telephone: '01234 567890', email: 'dan.orme@ledley.example' },
      published: '2025-02-21',
    });
  });
});

describe('members', () => {
  test('those who may stand in are none, where they stand beside them', () => {
    const meeting = read(
      ...HEAD.slice(0, 2),
      table(
        ['Membership', 'Reserves'],
        ['Councillor Cleo Soane (Chair)', 'Councillor Sun Evans'],
        ['Councillor Sabi Ema', 'Councillor Sam Foxe'],
      ),
      ...HEAD.slice(2),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    );
    expect(membersOf(meeting).map(([name, role]) => [name, role])).toEqual([
      ['Cleo Soane', 'chair'],
      ['Sabi Ema', 'member'],
    ]);
  });

  test('several in one paragraph are told apart by their styles', () => {
    const meeting = read(
      ...HEAD.slice(0, 2),
      paragraph('The Fire Panel members are:-'),
      paragraph('Councillor Mo Hadd (Chair) Councillor Zee Aldrich (Vice-Chair)'),
      paragraph('Councillors Chauhan, Dawe and Haque'),
      paragraph('For Monitoring Officer'),
      ...HEAD.slice(2),
      paragraph('1. Apologies'),
      paragraph('2. Minutes'),
    );
    expect(membersOf(meeting).map(([name, role]) => [name, role])).toEqual([
      ['Mo Hadd', 'chair'],
      ['Zee Aldrich', 'vice-chair'],
      ['Chauhan', 'member'],
      ['Dawe', 'member'],
      ['Haque', 'member'],
    ]);
  });
});

test('a line that was wrapped between bold and other words goes on', () => {
  const paper = paperOfText('notice.pdf', [
    `
    # Fire Panel
    Monday 3 March 2025 at 10.00 am -
    Alder Room, Civic Hall, Mere Road, N22
    8LE
    # AGENDA
    1. | Apologies
    2. | Minutes (Pages 1 - 4)
    `,
  ]);
  expect(valuesOf(present(pdfMeeting(paper), 'meeting')).venue).toBe(
    'Alder Room, Civic Hall, Mere Road, N22 8LE',
  );
});
