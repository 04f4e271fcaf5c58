import type { Translate } from './i18n.ts';
import { dayNumber, readLocal, weekdayOf } from './local-time.ts';

/**
 * Dates and times as people read them, from local text (`2016-02-01T12:00` or `2016-02-01`) that
 * already stands in the meeting's own zone. Names of months and days come from the locale files:
 * browsers have none for Cantonese and Sorani, and broken ones for Punjabi.
 */
export interface DateFormats {
  /** `Monday 1 February 2016` */
  readonly day: (local: string) => string;
  /** `1 February 2016` */
  readonly date: (local: string) => string;
  /** `12 noon`, `2 pm`, `10.30 am` in English; `14:00` in the other languages. */
  readonly time: (local: string) => string;
  /** `21:10`: for receipts, where the minute matters. */
  readonly clock: (local: string) => string;
  /** `today`, `tomorrow`, `in 3 days`, `2 days ago`, counted in calendar days from `nowLocal`. */
  readonly relative: (local: string, nowLocal: string) => string;
}

/** The formats of one language; `t` must be that language's. */
export const createDateFormats = (t: Translate, isEnglish: boolean): DateFormats => ({
  day: (local) => t('date.long', { ...dateSlots(t, local), weekday: t(`date.weekday.${weekdayOf(local)}`) }),
  date: (local) => t('date.short', dateSlots(t, local)),
  time: (local) => (isEnglish ? englishTime(local) : clock(local)),
  clock,
  relative: (local, nowLocal) => relativeDay(t, dayNumber(local) - dayNumber(nowLocal)),
});

const dateSlots = (t: Translate, local: string) => {
  const { year, month, day } = readLocal(local);
  // As text: the count of a year or day would be written with a separator or chosen as a plural.
  return { year: String(year), month: t(`date.month.${month}`), day: String(day) };
};

const clock = (local: string): string => {
  const { hour, minute } = readLocal(local);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
};

// A bare "12 pm" is read as midnight by some, so noon and midnight are words.
const englishTime = (local: string): string => {
  const { hour, minute } = readLocal(local);
  if (minute === 0 && hour === 12) return '12 noon';
  if (minute === 0 && hour === 0) return '12 midnight';
  const minutes = minute === 0 ? '' : `.${twoDigits(minute)}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
};

const relativeDay = (t: Translate, days: number): string => {
  if (days === 0) return t('date.today');
  if (days === 1) return t('date.tomorrow');
  if (days === -1) return t('date.yesterday');
  return days > 0 ? t('date.inDays', { count: days }) : t('date.daysAgo', { count: -days });
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');
