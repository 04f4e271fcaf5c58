import { type AnyNode, type Element, isTag } from 'domhandler';
import { calendarDate } from '../when/printed-dates.ts';
import { findDate, readIsoDate } from './local-time.ts';
import { textOf } from './text-of.ts';

/** In which order a web service writes day and month: its own, or that of a server with American settings. */
export type DateOrder = 'day-first' | 'month-first';

const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[\sT])/u;
const MOST_DATES = 5000;

/** The order of all dates of an answer: one that fits a single order tells it, else a clock of twelve hours within a date does. */
export const dateOrder = (root: Element): DateOrder => {
  const dates = datesOf(root);
  const fields = dates.flatMap((text) => {
    const [, first, second] = FIGURES.exec(text) ?? [];
    return first === undefined || second === undefined
      ? []
      : [{ first: Number(first), second: Number(second) }];
  });
  if (fields.some(({ first }) => first > 12)) return 'day-first';
  if (fields.some(({ second }) => second > 12)) return 'month-first';
  return dates.some((text) => /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M$/u.test(text))
    ? 'month-first'
    : 'day-first';
};

/** A date of the service, `2026-02-10`; null for "unspecified" and for what is no date. */
export const readAnswerDate = (text: string, order: DateOrder): string | null => {
  const [, first, second, year] = FIGURES.exec(text.trim()) ?? [];
  if (first === undefined || second === undefined)
    return readIsoDate(text) ?? (text.length > 60 ? null : (findDate(text)?.date ?? null));
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return calendarDate(Number(year), Number(month), Number(day));
};

/** The time behind a date in the same element. */
export const clockBehind = (text: string): string =>
  text
    .trim()
    .replace(FIGURES, '')
    .replace(/^\d{4}-\d{2}-\d{2}T?/u, '');

const datesOf = (root: Element): readonly string[] => {
  const found: string[] = [];
  const waiting: AnyNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue;
    if (node.name.endsWith('date')) found.push(textOf(node.children).trim());
    if (found.length >= MOST_DATES) break;
    for (const child of node.children) waiting.push(child);
  }
  return found;
};
