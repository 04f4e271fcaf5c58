const ENGLISH = 'january|february|march|april|may|june|july|august|september|october|november|december';
const WELSH = 'ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr';
const SHORT = 'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec';
const WRITTEN = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th|af|ail|ydd|il|fed|eg|ain)?[\s,/-]{1,5}(${ENGLISH}|${WELSH}|${SHORT})\.?[\s,/-]{1,5}(\d{4})\b`,
  'iu',
);
const CLOCK =
  /\b(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?\s?(?:(a\.?m\b\.?|p\.?m\b\.?)|(noon|midday)\b|(midnight)\b)|\b(\d{1,2})[.:](\d{2})\b|\b(noon|midday)\b/iu;

/** A date found within words, with what stands before and after it. */
export interface FoundDate {
  /** `2026-01-15` */
  readonly date: string;
  readonly before: string;
  readonly after: string;
}

/** The web service's `dd/MM/yyyy` as `2026-02-10`; null for "unspecified" and for what is no date. */
export const readServiceDate = (text: string): string | null => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s|$)/u.exec(text.trim()) ?? [];
  return day === undefined ? null : toDate(Number(year), Number(month), Number(day));
};

/** `2026-01-15` as meta elements give it, with or without a time; null for what is no date. */
export const readIsoDate = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:$|T|\s)/u.exec(text.trim()) ?? [];
  return day === undefined ? null : toDate(Number(year), Number(month), Number(day));
};

/** The first written date, such as "Thursday, 15th January, 2026" or "4 Dec 2025", in English or Welsh. */
export const findDate = (text: string): FoundDate | null => {
  const found = WRITTEN.exec(text.slice(0, 4000));
  if (found === null) return null;
  const [whole, day = '', month = '', year = ''] = found;
  const date = toDate(Number(year), monthNumber(month), Number(day));
  if (date === null) return null;
  return { date, before: text.slice(0, found.index), after: text.slice(found.index + whole.length) };
};

/** The first time of day, such as "10.00 am", "7:30 pm", "12 noon" or "13:30", as `13:30`. */
export const findTime = (text: string): string | null => {
  const found = CLOCK.exec(text.slice(0, 400));
  if (found === null) return null;
  const [, hour, minute, half, noon, midnight, hour24, minute24, noonAlone] = found;
  if (noonAlone !== undefined) return '12:00';
  if (hour24 !== undefined) return toTime(Number(hour24), Number(minute24));
  const named = half?.toLowerCase().charAt(0) ?? (noon === undefined ? midnight && 'a' : 'p');
  const hours = Number(hour);
  if (hours > 12) return toTime(hours, Number(minute ?? 0));
  return toTime((hours % 12) + (named === 'p' ? 12 : 0), Number(minute ?? 0));
};

const monthNumber = (name: string): number => {
  const lower = name.toLowerCase();
  const welsh = WELSH.split('|').indexOf(lower);
  return (
    1 + (welsh === -1 ? ENGLISH.split('|').findIndex((one) => one.startsWith(lower.slice(0, 3))) : welsh)
  );
};

const toDate = (year: number, month: number, day: number): string | null => {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  // A day that the month does not have rolls over into the next.
  return new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) === iso ? iso : null;
};

const toTime = (hour: number, minute: number): string | null =>
  hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`;

const two = (number: number): string => String(number).padStart(2, '0');
