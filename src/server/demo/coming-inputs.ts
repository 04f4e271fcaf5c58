import { londonDate } from '../import/real-date.ts';
import { contactInputs, demoVenue } from './demo-council.ts';
import { dayInWords, monthInWords, workingDayBefore } from './demo-dates.ts';

interface ComingFacts {
  readonly committee: string;
  readonly date: string;
  readonly clock: string;
  readonly now: number;
}

/** The blanks of a coming meeting's papers; `m-2` and `m+3` are months counted from the meeting. */
export const comingInputs = ({
  committee,
  date,
  clock,
  now,
}: ComingFacts): Readonly<Record<string, string>> => {
  const months: Record<string, string> = {};
  for (let offset = -12; offset <= 6; offset += 1) {
    months[`m${offset < 0 ? '' : '+'}${offset}`] = monthInWords(date, offset);
  }
  return {
    ...contactInputs,
    ...months,
    title: `${committee}: agenda of ${dayInWords(date)}`,
    committee,
    day: dayInWords(date),
    clock,
    venue: demoVenue,
    published: dayInWords(londonDate(now)),
    deadline: dayInWords(workingDayBefore(date)),
  };
};
