import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comingDay,
  dayInWords,
  monthInWords,
  workingDayBefore,
} from '../../../src/server/demo/demo-dates.ts';

test('a coming day is ten to fourteen days ahead and never on a weekend', () => {
  const times = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(times, (now) => {
      const day = comingDay(now, 11);
      const ahead = (Date.parse(day) - now) / 86_400_000;
      expect(ahead).toBeGreaterThan(9.9);
      expect(ahead).toBeLessThan(15);
      expect([0, 6]).not.toContain(new Date(day).getUTCDay());
    }),
  );
});

test('days and months in words', () => {
  expect(dayInWords('2026-12-03')).toBe('Thursday 3 December 2026');
  expect(monthInWords('2026-12-31', 2)).toBe('February 2027');
  expect(monthInWords('2026-03-31', -1)).toBe('February 2026');
  expect(workingDayBefore('2016-02-01')).toBe('2016-01-29');
});

test("a day is London's, also in the hour when it is still yesterday in Greenwich", () => {
  // 30 June 2026 23:30 UTC is 1 July in London.
  expect(comingDay(Date.UTC(2026, 5, 30, 23, 30), 0)).toBe('2026-07-01');
});
