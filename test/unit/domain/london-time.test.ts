import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/local-date.ts';
import {
  daysUntil,
  instantToLondon,
  isAfterStart,
  londonToInstant,
} from '../../../src/domain/london-time.ts';

const utc = (text: string): number => Date.parse(text);

describe('London wall time', () => {
  it.each([
    ['winter', '2016-02-01T12:00', '2016-02-01T12:00Z'],
    ['summer', '2016-07-01T12:00', '2016-07-01T11:00Z'],
    ['midnight in summer', '2024-06-01T00:00', '2024-05-31T23:00Z'],
    ['the minute before the gap', '2024-03-31T00:59', '2024-03-31T00:59Z'],
    ['the minute after the gap', '2024-03-31T02:00', '2024-03-31T01:00Z'],
    ['the minute before the fold', '2024-10-27T00:59', '2024-10-26T23:59Z'],
    ['in the fold: the first of two', '2024-10-27T01:30', '2024-10-27T00:30Z'],
    ['the minute after the fold', '2024-10-27T02:00', '2024-10-27T02:00Z'],
  ])('%s', (_, local, instant) => {
    expect(londonToInstant(local)).toBe(utc(instant));
    expect(instantToLondon(utc(instant))).toBe(local);
  });

  it('moves a time that never comes by the hour that the clocks were moved', () => {
    expect(instantToLondon(londonToInstant('2024-03-31T01:30'))).toBe('2024-03-31T02:30');
  });

  it('shows the second half of the fold as the same wall time', () => {
    expect(instantToLondon(utc('2024-10-27T01:30Z'))).toBe('2024-10-27T01:30');
  });

  it('comes back from wall time, but for the hour that comes twice', () => {
    const minutes = fc.integer({
      min: utc('1990-01-01T00:00Z') / 60_000,
      max: utc('2060-01-01T00:00Z') / 60_000,
    });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = minute * 60_000;
        expect([0, 3_600_000]).toContain(instant - londonToInstant(instantToLondon(instant)));
      }),
    );
  });

  it('throws on what is no date', () => {
    expect(() => londonToInstant('soon')).toThrow(RangeError);
    expect(() => addDays('2016-02-30T', 1)).toThrow(RangeError);
  });
});

describe('the start of a meeting', () => {
  it('is still in time itself; a millisecond later is after it', () => {
    const start = utc('2024-06-03T09:00Z');
    expect(isAfterStart('2024-06-03T10:00', start)).toBe(false);
    expect(isAfterStart('2024-06-03T10:00', start + 1)).toBe(true);
  });

  it('is counted in days of the calendar in London', () => {
    expect(daysUntil('2024-06-03T10:00', utc('2024-06-01T22:59Z'))).toBe(2);
    expect(daysUntil('2024-06-03T10:00', utc('2024-06-01T23:00Z'))).toBe(1);
    expect(daysUntil('2024-06-03T10:00', utc('2024-06-03T20:00Z'))).toBe(0);
    expect(daysUntil('2024-06-03T10:00', utc('2024-06-04T20:00Z'))).toBe(-1);
  });
});

describe('calendar dates', () => {
  it('know leap years and no clock changes', () => {
    expect(addDays('2016-02-01', 27)).toBe('2016-02-28');
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(addDays('2024-03-30', 2)).toBe('2024-04-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(daysBetween('2024-10-26', '2024-10-28')).toBe(2);
  });
});
