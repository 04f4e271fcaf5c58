/** A date found in running text. */
export interface PrintedDate {
  /** `2025-01-30`. */
  readonly date: string;
  /** Where it begins and ends in the text, its weekday and its place in a list of words included. */
  readonly at: number;
  readonly end: number;
  /** False when the weekday that is printed before it is another day's. */
  readonly fitsWeekday: boolean;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = String.raw`(?:(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3}(?:the\s)?)?`;
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const IN_WORDS = new RegExp(
  String.raw`(?:\b${WEEKDAY})(?<![\d/.])(\d{1,2})\s?(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?[\s,-]{1,3}${MONTH}\b\.?[\s,-]{1,3}(\d{4})\b`,
  'gi',
);
const IN_FIGURES = new RegExp(
  String.raw`\b${WEEKDAY}(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\3(\d{4}|\d{2})(?![\d/-])`,
  'gi',
);
/** "February 4th, 2025". */
const MONTH_FIRST = new RegExp(
  String.raw`\b${WEEKDAY}\b${MONTH}\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b`,
  'gi',
);
/** "2025-02-04". */
const YEAR_FIRST = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
/** Front matter is short; a longer text is searched no further. */
const SEARCHED = 4000;

/** All dates with a year in a text, in its order: "Thursday, 30th January, 2025", "4 Mar 2025", "30/01/2025". */
export const printedDates = (text: string): readonly PrintedDate[] => {
  const searched = text.slice(0, SEARCHED);
  const found: PrintedDate[] = [];
  for (const match of searched.matchAll(IN_WORDS)) {
    const [whole, weekday, day = '', month = '', year = ''] = match;
    const known = calendarDate(
      Number(year),
      MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      Number(day),
    );
    if (known !== null) found.push(placed(known, weekday, match.index, whole));
  }
  for (const match of searched.matchAll(IN_FIGURES)) {
    const [whole, weekday, day = '', , month = '', year = ''] = match;
    const full = year.length === 2 ? 2000 + Number(year) : Number(year);
    const known = calendarDate(full, Number(month), Number(day));
    if (known !== null) found.push(placed(known, weekday, match.index, whole));
  }
  return [...found, ...otherOrders(searched)].toSorted((a, b) => a.at - b.at);
};

const otherOrders = (text: string): readonly PrintedDate[] => [
  ...[...text.matchAll(MONTH_FIRST)].flatMap((match) => {
    const [whole, weekday, month = '', day = '', year = ''] = match;
    const known = calendarDate(Number(year), monthByName(month), Number(day));
    return known === null ? [] : [placed(known, weekday, match.index, whole)];
  }),
  ...[...text.matchAll(YEAR_FIRST)].flatMap((match) => {
    const [whole, year = '', month = '', day = ''] = match;
    const known = calendarDate(Number(year), Number(month), Number(day));
    return known === null ? [] : [placed(known, undefined, match.index, whole)];
  }),
];

/** Whether a text is a date and nothing else. */
export const isDateAlone = (text: string): boolean => {
  const [date] = printedDates(text);
  if (date === undefined) return false;
  return /^[\s.,:;()-]*$/.test(text.slice(0, date.at) + text.slice(date.end));
};

/** A calendar date as `2025-01-30`, or null for one that never was. */
export const calendarDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && year <= 2199 ? date.toISOString().slice(0, 10) : null;
};

/** A month by its first three letters: 1 to 12, or 0. */
export const monthByName = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const placed = (date: string, weekday: string | undefined, at: number, whole: string): PrintedDate => ({
  date,
  at,
  end: at + whole.length,
  fitsWeekday:
    weekday === undefined ||
    WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] === weekday.slice(0, 3).toLowerCase(),
});
