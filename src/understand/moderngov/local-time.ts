import { calendarDate, printedDates } from '../when/printed-dates.ts';
import { printedTimes } from '../when/printed-times.ts';

const WELSH = 'ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr';
const IN_WELSH = new RegExp(
  String.raw`\b(\d{1,2})(?:af|ail|il|ydd|edd|fed|eg|ed|ain)?[\s,/-]{1,5}(${WELSH})[\s,/-]{1,5}(\d{4})\b`,
  'iu',
);

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
  return day === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
};

/** `2026-01-15` as meta elements give it, with or without a time; null for what is no date. */
export const readIsoDate = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:$|T|\s)/u.exec(text.trim()) ?? [];
  return day === undefined ? null : calendarDate(Number(year), Number(month), Number(day));
};

/** The first date, such as "Thursday, 15th January, 2026" or "4 Dec 2025", in English or Welsh. */
export const findDate = (text: string): FoundDate | null => {
  const [english] = printedDates(text);
  if (english === undefined) return findWelshDate(text);
  const { date, at, end } = english;
  return { date, before: text.slice(0, at), after: text.slice(end) };
};

const findWelshDate = (text: string): FoundDate | null => {
  const found = IN_WELSH.exec(text.slice(0, 4000));
  if (found === null) return null;
  const [whole, day = '', month = '', year = ''] = found;
  const date = calendarDate(Number(year), WELSH.split('|').indexOf(month.toLowerCase()) + 1, Number(day));
  if (date === null) return null;
  return { date, before: text.slice(0, found.index), after: text.slice(found.index + whole.length) };
};

/** The first time of day, such as "10.00 am", "7:30 pm", "12 noon", "13:30" or "2.00 yp", as `13:30`. */
export const findTime = (text: string): string | null =>
  printedTimes(inEnglish(text.slice(0, 400)).replace(SECONDS, '$1'))[0]?.time ?? null;

/** Of "13:30:00", which the web service gives on some sites. */
const SECONDS = /(\d:\d{2}):\d{2}\b/u;

const MORNING = /(\d)\s{0,2}(?:y\.?\s?b\b\.?|(?:o'r |y )bore\b)/giu;
const AFTERNOON =
  /(\d)\s{0,2}(?:y\.?\s?[hp]\b\.?|(?:o'r |y )(?:prynhawn|pnawn)\b|(?:o'r|yr) hwyr\b|gyda'r nos\b)/giu;

const inEnglish = (text: string): string =>
  text
    .replaceAll(MORNING, '$1 am')
    .replaceAll(AFTERNOON, '$1 pm')
    .replaceAll(/\bcanol dydd\b/giu, 'noon');
