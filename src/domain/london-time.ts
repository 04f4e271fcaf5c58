import { daysBetween } from './local-date.ts';

// The zone is named, so the machine's own zone never matters.
const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant (milliseconds since 1970) as wall time in London, cut to the minute: `2016-02-01T12:00`. */
export const instantToLondon = (instantMs: number): string => {
  const parts = new Map(londonClock.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
};

/**
 * Wall time in London, `2016-02-01T12:00`, as an instant. A time that comes twice (the clocks go back) is
 * its first; one that never comes (they go forward) is as much later as the clocks were moved.
 */
export const londonToInstant = (local: string): number => {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) throw new RangeError('not a local date and time');
  // London is never more than an hour ahead of UTC, so an hour earlier is on or before the sought instant.
  const before = asUtc - offsetAt(asUtc - 3_600_000);
  const after = asUtc - offsetAt(asUtc);
  const first = Math.min(before, after);
  if (instantToLondon(first) === local.slice(0, 16)) return first;
  return Math.max(before, after);
};

/** Whether an instant lies after the start of a meeting. Exactly at the start is still in time. */
export const isAfterStart = (start: string, instantMs: number): boolean => instantMs > londonToInstant(start);

/** Calendar days in London from an instant to the day of a meeting: 0 is today, negative is past. */
export const daysUntil = (start: string, instantMs: number): number =>
  daysBetween(instantToLondon(instantMs).slice(0, 10), start.slice(0, 10));

const offsetAt = (instantMs: number): number => {
  const minute = Math.floor(instantMs / 60_000) * 60_000;
  return Date.parse(`${instantToLondon(minute)}Z`) - minute;
};
