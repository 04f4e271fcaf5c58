import { describe, expect, test } from 'vitest';
import { readFileName } from '../../../../src/understand/pdf/file-name.ts';
import { isDateAlone, printedDates } from '../../../../src/understand/when/printed-dates.ts';
import { printedTimes } from '../../../../src/understand/when/printed-times.ts';

describe('dates as councils print them', () => {
  test.for([
    ['Thursday, 30th January, 2025, at 10.00 am', '2025-01-30'],
    ['Thursday 30 January 2025', '2025-01-30'],
    ['30th January, 2025', '2025-01-30'],
    ['held on Wed 4 Mar 2026', '2026-03-04'],
    ['the 2nd day of March 2026', '2026-03-02'],
    ['Date: 03/02/2026', '2026-02-03'],
    ['3.2.26', '2026-02-03'],
    ['04-Mar-2025', '2025-03-04'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', ([text, date]) => {
    expect(printedDates(text ?? '').map((found) => found.date)).toEqual([date]);
  });

  test.for([
    '30 February 2025',
    'January 2025',
    '24/00109',
    '25-2028',
    '10.15.3',
    '31/04/2026',
    '2025-26',
    'May I?',
  ])('none in %s', (text) => {
    expect(printedDates(text)).toEqual([]);
  });

  test('a weekday that is another day tells', () => {
    expect(printedDates('Monday, 2 March 2026')[0]?.fitsWeekday).toBe(true);
    expect(printedDates('Friday, 2 March 2026')[0]?.fitsWeekday).toBe(false);
  });

  test('a date alone is told from one in a sentence', () => {
    expect(isDateAlone('Wednesday, 22 January 2025')).toBe(true);
    expect(isDateAlone('by Wednesday, 22 January 2025')).toBe(false);
  });
});

describe('times as councils print them', () => {
  test.for([
    ['at 10.00 am', '10:00'],
    ['9.30am', '09:30'],
    ['7:30 pm', '19:30'],
    ['6.30 p.m.', '18:30'],
    ['7pm', '19:00'],
    ['12 noon', '12:00'],
    ['12.15 pm', '12:15'],
    ['12.15 am', '00:15'],
    ['midday', '12:00'],
    ['1930 hours', '19:30'],
    ['19.30', '19:30'],
    ['14:00', '14:00'],
  ])('%s', ([text, time]) => {
    expect(printedTimes(text ?? '').map((found) => found.time)).toEqual([time]);
  });

  test('both ends of a span, the first in the half of the second', () => {
    expect(printedTimes('2.00 - 4.00 pm').map(({ time }) => time)).toEqual(['14:00', '16:00']);
    expect(printedTimes('10.00 - 12.30 pm').map(({ time }) => time)).toEqual(['10:00', '12:30']);
    expect(printedTimes('10.00 am to 1.00 pm').map(({ time }) => time)).toEqual(['10:00', '13:00']);
  });

  test.for(['30.01.2025', '£10.50', 'paragraph 4.3.2', '25.70 pm', '01234 567890', '12.5%'])(
    'none in %s',
    (text) => {
      expect(printedTimes(text)).toEqual([]);
    },
  );
});

const timesOf = (text: string) => printedTimes(text).map(({ time }) => time);
const datesOf = (text: string) => printedDates(text).map(({ date, fitsWeekday }) => [date, fitsWeekday]);

test('hours without minutes, a start before another time, and a room that is no hour', () => {
  expect(timesOf('from 2 – 4pm')).toEqual(['14:00', '16:00']);
  expect(timesOf('10 to 12 noon')).toEqual(['10:00', '12:00']);
  expect(timesOf('6.30 for 7.00 pm')).toEqual(['18:30', '19:00']);
  expect(timesOf('Committee Room 2 - 7.30 pm')).toEqual(['19:30']);
  expect(timesOf('Committee Room 2 - 7 pm')).toEqual(['19:00']);
});

test('the month or the year first', () => {
  expect(datesOf('Tuesday, February 4th, 2025')).toEqual([['2025-02-04', true]]);
  expect(datesOf('Monday, February 4, 2025')).toEqual([['2025-02-04', false]]);
  expect(datesOf('published 2025-02-04, file 12-2025-02-04-7')).toEqual([['2025-02-04', true]]);
  expect(datesOf('2025-02-30')).toEqual([]);
});

describe("what a file's name says", () => {
  test.for([
    ['Agenda frontsheet 05th-Mar-2026 10.00 Audit Board.pdf', 'agenda', '2026-03-05', '10:00', 'Audit Board'],
    [
      'https://council.example/documents/g12/Public%20reports%20pack%20Monday%2002-Mar-2026%2019.30%20Planning%20Committee.pdf?T=10',
      'pack',
      '2026-03-02',
      '19:30',
      'Planning Committee',
    ],
    ['Printed+minutes+Tuesday+03-Mar-2026+09.30+Cabinet.pdf', 'minutes', '2026-03-03', '09:30', 'Cabinet'],
    ['Decisions 03rd-Mar-2026 09.30 Cabinet.pdf', 'decisions', '2026-03-03', '09:30', 'Cabinet'],
    ['Item 4 - Late letter 03rd-Mar-2026 09.30 Cabinet.pdf', 'supplement', '2026-03-03', '09:30', 'Cabinet'],
    ['Supplement 1.pdf', 'supplement', null, null, null],
    ['Report 3 March 2026.pdf', null, null, null, null],
    ['100%25 %zz.pdf', null, null, null, null],
    ['Agenda frontsheet 31st-Feb-2026 10.00 Cabinet.pdf', 'agenda', null, null, null],
  ] as const)('%s', ([file, kind, date, time, committee]) => {
    expect(readFileName(file)).toEqual({ kind, date, time, committee });
  });
});
