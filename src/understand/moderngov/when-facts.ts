import type { Doubt, UnderstoodMeeting } from '../../domain/understood.ts';
import { factFrom, type Origin } from './source.ts';

/** The day, and with its time where the source gives one: nobody prints midnight. */
export const whenFacts = (
  origin: Origin,
  { date, time }: { readonly date: string | null; readonly time: string | null },
  quote: string,
  doubt: Doubt | null = null,
): Pick<UnderstoodMeeting, 'date' | 'start'> => ({
  date: date === null ? null : factFrom(origin, date, quote, doubt),
  start: date === null || time === null ? null : factFrom(origin, `${date}T${time}`, quote, doubt),
});
