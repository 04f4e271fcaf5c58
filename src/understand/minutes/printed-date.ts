/** A date as a sentence prints it, and whether the printed day of the week is the right one. */
export interface PrintedDate {
  /** `2025-01-30`. */
  readonly date: string;
  readonly weekdayAgrees: boolean;
  readonly quote: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WORDS =
  /(?:\b(sun|mon|tues?|wednes|weds?|thurs?|thu|fri|satur|sat)(?:day)?,?\s{1,3}(?:the\s)?)?\b(\d{1,2})\s?(?:st|nd|rd|th)?(?:\s(?:day\s)?of)?[\s-]{1,3}(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6},?[\s-]{1,3}(\d{4})\b/i;
const FIGURES = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
const TIME =
  /\b(\d{1,2})(?:[.:](\d{2}))?\s?(a\.?\s?m\b|p\.?\s?m\b|noon|midday)|\b([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d%./])|\b([01]\d|2[0-3])([0-5]\d)\s?(?:hours|hrs)\b|\b(noon|midday)\b/i;

/** The first date of a text that the calendar has; null when there is none. */
export const findDate = (text: string): PrintedDate | null => {
  const found = WORDS.exec(text);
  if (found !== null) {
    const month = MONTHS.findIndex((name) => name.startsWith((found[3] ?? '').slice(0, 3).toLowerCase())) + 1;
    return calendarDate(found[4], month, found[2], found[1] ?? null, found[0]);
  }
  const figures = FIGURES.exec(text);
  return figures === null ? null : calendarDate(figures[3], Number(figures[2]), figures[1], null, figures[0]);
};

const calendarDate = (
  year: string | undefined,
  month: number,
  day: string | undefined,
  weekday: string | null,
  quote: string,
): PrintedDate | null => {
  const made = new Date(0);
  made.setUTCFullYear(Number(year), month - 1, Number(day));
  if (month < 1 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== Number(day)) return null;
  const printed = weekday?.slice(0, 3).toLowerCase();
  const weekdayAgrees = printed === undefined || (DAYS[made.getUTCDay()] ?? '').startsWith(printed);
  return { date: made.toISOString().slice(0, 10), weekdayAgrees, quote: quote.trim() };
};

/** The first time of day of a text, `19:30`, and the words; null when there is none. */
export const findTime = (text: string): { readonly time: string; readonly quote: string } | null => {
  const date = WORDS.exec(text) ?? FIGURES.exec(text);
  const plain = date === null ? text : text.replace(date[0], ' '.repeat(date[0].length));
  const found = TIME.exec(plain);
  if (found === null) return null;
  const time = clock(found);
  return time === null ? null : { time, quote: found[0].trim() };
};

const clock = (found: RegExpExecArray): string | null => {
  if (found[8] !== undefined) return '12:00';
  const half = found[3]?.replace(/[.\s]/g, '').toLowerCase();
  const hour = Number(found[1] ?? found[4] ?? found[6]);
  const minute = Number(found[2] ?? found[5] ?? found[7] ?? 0);
  if (minute > 59 || hour > 23 || (half !== undefined && hour > 12 && half !== 'pm')) return null;
  const hours = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** Without its date and time of day: what may be left of "on Thursday, 5 June 2025 at 7.30 pm". */
export const withoutDateAndTime = (text: string): string => {
  const words = [WORDS.exec(text)?.[0] ?? FIGURES.exec(text)?.[0], findTime(text)?.quote];
  let rest = text;
  for (const word of words) if (word !== undefined) rest = rest.replace(word, '\n');
  return rest;
};
