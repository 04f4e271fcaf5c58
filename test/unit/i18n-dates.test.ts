import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDateFormats } from '../../src/i18n/dates.ts';
import { loadLanguage, translateIn } from '../../src/i18n/i18n.ts';
import { languages } from '../../src/i18n/languages.ts';
import { dayNumber, weekdayOf } from '../../src/i18n/local-time.ts';

const english = createDateFormats(translateIn('en-GB'), true);

describe('dates in English', () => {
  test('say the day of the meeting in full', () => {
    expect(english.day('2016-02-01T12:00')).toBe('Monday 1 February 2016');
    expect(english.date('2016-02-29')).toBe('29 February 2016');
  });

  test.each([
    ['00:00', '12 midnight'],
    ['00:05', '12.05 am'],
    ['10:30', '10.30 am'],
    ['12:00', '12 noon'],
    ['12:01', '12.01 pm'],
    ['14:00', '2 pm'],
    ['23:59', '11.59 pm'],
  ])('say %s as %s', (time, words) => {
    expect(english.time(`2016-02-01T${time}`)).toBe(words);
  });

  test.each([
    ['2016-02-01T00:00', 'today'],
    ['2016-02-02T00:00', 'tomorrow'],
    ['2016-01-31T23:59', 'yesterday'],
    ['2016-02-04T09:00', 'in 3 days'],
    ['2016-01-29T09:00', '3 days ago'],
    ['2016-03-01T09:00', 'in 29 days'],
  ])('count %s in calendar days', (local, words) => {
    expect(english.relative(local, '2016-02-01T23:50')).toBe(words);
  });
});

describe('dates in the other languages', () => {
  // No name may come from the browser: it has none for Cantonese and Sorani (the trap Node hides).
  test.each([
    ['ckb', 'دووشەممە، 1ی شوباتی 2016'],
    ['pa', 'ਸੋਮਵਾਰ, 1 ਫ਼ਰਵਰੀ 2016'],
    ['yue-Hant', '2016年2月1日星期一'],
    ['pl', 'poniedziałek, 1 lutego 2016'],
    ['pt', 'segunda-feira, 1 de fevereiro de 2016'],
  ] as const)('say the day in %s', async (tag, words) => {
    await loadLanguage(tag);
    expect(createDateFormats(translateIn(tag), false).day('2016-02-01T12:00')).toBe(words);
  });

  test('count days by the plural rules of each', async () => {
    await Promise.all(languages.map(({ tag }) => loadLanguage(tag)));
    const polish = createDateFormats(translateIn('pl'), false);
    const say = (day: string) => polish.relative(`2016-02-${day}`, '2016-02-01');
    expect([say('02'), say('03'), say('06'), say('23')]).toEqual([
      'jutro',
      'za 2 dni',
      'za 5 dni',
      'za 22 dni',
    ]);
    for (const { tag } of languages) {
      const formats = createDateFormats(translateIn(tag), false);
      expect(formats.relative('2016-02-04', '2016-02-01')).toContain('3');
    }
  });
});

describe('days', () => {
  test('have the weekday that the calendar gives them', () => {
    assert(
      property(integer({ min: -40_000, max: 40_000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const local = date.toISOString().slice(0, 10);
        expect(weekdayOf(local)).toBe(date.getUTCDay());
        expect(dayNumber(local)).toBe(days);
      }),
    );
  });
});
