import { printedDates } from '../when/printed-dates.ts';
import { printedTimes } from '../when/printed-times.ts';

/** A date as a sentence prints it, and whether the printed day of the week is the right one. */
interface PrintedDate {
  /** `2025-01-30`. */
  readonly date: string;
  readonly weekdayAgrees: boolean;
}

/** The first date of a text that the calendar has; null when there is none. */
export const findDate = (text: string): PrintedDate | null => {
  const [first] = printedDates(text);
  return first === undefined ? null : { date: first.date, weekdayAgrees: first.fitsWeekday };
};

/** The first time of day of a text, `19:30`; null when there is none. */
export const findTime = (text: string): string | null => printedTimes(blankDate(text))[0]?.time ?? null;

/** Without its date and time of day: what may be left of "on Thursday, 5 June 2025 at 7.30 pm". */
export const withoutDateAndTime = (text: string): string => {
  const [time] = printedTimes(blankDate(text));
  const spans = [printedDates(text)[0], time].filter((span) => span !== undefined);
  let rest = text;
  for (const { at, end } of spans.toSorted((one, other) => other.at - one.at)) {
    rest = `${rest.slice(0, at)}\n${rest.slice(end)}`;
  }
  return rest;
};

/** "04.06.2025" is no time: the date is made blank, and every other place stays. */
const blankDate = (text: string): string => {
  const [date] = printedDates(text);
  return date === undefined
    ? text
    : text.slice(0, date.at) + ' '.repeat(date.end - date.at) + text.slice(date.end);
};
