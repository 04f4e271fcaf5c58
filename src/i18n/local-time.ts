/** The parts of a local date and time; `month` counts from 1, the time is midnight where none is given. */
export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Reads `2016-02-01` or `2016-02-01T12:00`. Throws on anything else: such text is ours and checked at the border. */
export const readLocal = (local: string): LocalParts => {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(local);
  if (found === null) throw new RangeError('not a local date');
  const part = (index: number): number => Number(found[index] ?? 0);
  return { year: part(1), month: part(2), day: part(3), hour: part(4), minute: part(5) };
};

/** Days since 1970-01-01 of the calendar date, so that the difference of two is a number of days. */
export const dayNumber = (local: string): number => {
  const { year, month, day } = readLocal(local);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (local: string): number =>
  // 1970-01-01 was a Thursday.
  (((dayNumber(local) + 4) % 7) + 7) % 7;
