import { londonDate } from '../import/real-date.ts';

const DAY_MS = 86_400_000;

/**
 * The first day from `days` after today that is neither a weekend nor a day on which nobody meets at
 * Christmas, `2026-12-03`; today is the day in London.
 */
export const comingDay = (now: number, days: number): string => {
  let day = Date.parse(`${londonDate(now)}T00:00:00Z`) + days * DAY_MS;
  while (isDayOff(day)) day += DAY_MS;
  return isoDay(day);
};

/** The working day before a day. */
export const workingDayBefore = (iso: string): string => {
  let day = Date.parse(`${iso}T00:00:00Z`) - DAY_MS;
  while (isDayOff(day)) day -= DAY_MS;
  return isoDay(day);
};

/** "Thursday 3 December 2026" */
export const dayInWords = (iso: string): string => {
  const day = new Date(`${iso}T00:00:00Z`);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};

/** "December 2026", so many months from a day. */
export const monthInWords = (iso: string, months: number): string => {
  const day = new Date(`${iso.slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return `${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

const isDayOff = (time: number): boolean => {
  const day = new Date(time);
  return [0, 6].includes(day.getUTCDay()) || ['12-25', '12-26', '01-01'].includes(isoDay(time).slice(5));
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
