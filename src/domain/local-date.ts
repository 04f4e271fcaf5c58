const dayMs = 86_400_000;

/** A local calendar date `2016-02-28` some days later (or earlier); calendar dates know no clock changes. */
export const addDays = (date: string, days: number): string =>
  new Date(dateToDays(date) * dayMs + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one local date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dateToDays(to) - dateToDays(from);

const dateToDays = (date: string): number => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError('not a calendar date');
  return ms / dayMs;
};
