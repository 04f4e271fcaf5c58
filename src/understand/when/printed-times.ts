/** A time of day found in running text. */
export interface PrintedTime {
  /** `19:30`. */
  readonly time: string;
  readonly at: number;
  readonly end: number;
  /** "19.30" could also be a number; "7.30 pm", "12 noon" and "1930 hours" are times. */
  readonly isCertain: boolean;
}

const CERTAIN =
  /(?<![\d.:/])(?:(\d{1,2})(?:\s?[.:]\s?(\d{2}))?\s?([ap])\.?\s?m\b\.?|(?:12\s?)?(noon|midday|midnight)\b|([01]\d|2[0-3])[.:]?([0-5]\d)\s?(?:hrs|hours)\b)/gi;
const BARE = /(?<![\d.:/£])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d/]|[.:]\d|\s?(?:[ap]\.?\s?m\b|%|hrs|hours))/gi;
const SEARCHED = 4000;

/** All times in a text, in its order. In "2.00 - 4.00 pm" the first is in the afternoon like the second. */
export const printedTimes = (text: string): readonly PrintedTime[] => {
  const searched = text.slice(0, SEARCHED);
  const certain = [...searched.matchAll(CERTAIN)].flatMap(certainTime);
  const bare = [...searched.matchAll(BARE)].flatMap((match) => bareTime(match, searched, certain));
  const hours = certain.flatMap((time) => hourBefore(time, searched));
  return [...certain, ...bare, ...hours].toSorted((a, b) => a.at - b.at);
};

/** "2 - 4pm": the hour alone before a dash is in the half of the day in which it comes first. */
const hourBefore = (time: PrintedTime, text: string): readonly PrintedTime[] => {
  const before = text.slice(Math.max(0, time.at - 12), time.at);
  const found = /(?:^|\bfrom |\bbetween |\bat |[,:(] ?)(\d{1,2})\s?(?:-|–|—|to)\s?$/i.exec(before);
  const hour = Number(found?.[1]);
  // "Room 2 - 7.30 pm" is a room and a time.
  const isLike = !/[.:]\d/.test(text.slice(time.at, time.end));
  if (found?.[1] === undefined || !isLike || hour < 1 || hour > 12) return [];
  const late = `${hour + 12}:00`;
  const early = `${String(hour).padStart(2, '0')}:00`;
  const at = time.at - before.length + found.index + found[0].lastIndexOf(found[1]);
  return [
    { time: hour < 12 && late < time.time ? late : early, at, end: at + found[1].length, isCertain: true },
  ];
};

const certainTime = (match: RegExpExecArray): readonly PrintedTime[] => {
  const [whole, hour, minute, half, word, fullHour, fullMinute] = match;
  const place = { at: match.index, end: match.index + whole.length, isCertain: true };
  if (word !== undefined) return [{ time: /midnight/i.test(word) ? '00:00' : '12:00', ...place }];
  if (fullHour !== undefined) return [{ time: `${fullHour}:${fullMinute ?? '00'}`, ...place }];
  const time = inHalf(Number(hour), minute ?? '00', /p/i.test(half ?? ''));
  return time === null ? [] : [{ time, ...place }];
};

const inHalf = (hour: number, minute: string, isAfternoon: boolean): string | null => {
  if (Number(minute) > 59 || hour > 23 || hour === 0) return null;
  // "19.30pm" is said twice, not wrong.
  const full = hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  return `${String(full).padStart(2, '0')}:${minute}`;
};

/** `10.00` in "10.00 - 12.30 pm" is before noon; `2.00` in "2.00 - 4.00 pm" is after it. */
const bareTime = (
  match: RegExpExecArray,
  text: string,
  certain: readonly PrintedTime[],
): readonly PrintedTime[] => {
  const [whole, hour = '', minute = ''] = match;
  const end = match.index + whole.length;
  const next = certain.find(
    (time) => time.at >= end && /^\s*(?:-|–|—|to|until|for)\s*$/i.test(text.slice(end, time.at)),
  );
  const early = `${hour.padStart(2, '0')}:${minute}`;
  const late = Number(hour) < 12 ? `${Number(hour) + 12}:${minute}` : early;
  const time = next !== undefined && late < next.time ? late : early;
  return [{ time, at: match.index, end, isCertain: next !== undefined }];
};
