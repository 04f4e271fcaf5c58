import type { PrintedLine } from './printed-lines.ts';
import { printedDates } from '../when/printed-dates.ts';
import { printedTimes } from '../when/printed-times.ts';

const LONGEST = 400;
/** Where a title may stand that is not in bold throughout. */
const TITLES = 3;
const HELD = /\b(?:held|took place|convened|on)\b/i;
/** "Weir County Council Audit Committee": a publisher and one of its bodies. */
const PUBLISHER =
  /^(.{3,60}?\b(?:county|city|borough|district|town|parish) council)\s(?=council\b|\p{Lu}.{2,80}\b(?:committee|cabinet|panel|board|executive|forum|commission)\b)/iu;
const MINUTES = /\s(?=(?:minutes|MINUTES|Minutes)(?:\s(?:of|OF)\b|\s*$))/;
/** Capitals, and then a name that is not. */
const SHOUTED = /^((?:[\p{Lu}\d&,.'’()-]+\s){3,})(?=\p{Lu}\p{Ll})/u;

/** The lines of a title that was set over several and read as one heading; any other line alone. */
export const headLines = (line: PrintedLine, at: number): readonly PrintedLine[] => {
  const isTitle = line.heading || (at < TITLES && /^\p{Lu}[^:]*[^.:]$|^\p{Lu}{4}[^:]*$/u.test(line.text));
  if (!isTitle || line.rows !== null || line.label !== null || line.text.length > LONGEST) return [line];
  const parts = line.text
    .split(MINUTES)
    .flatMap((text) => splitAt(text, PUBLISHER))
    .flatMap((text) => splitAt(text, SHOUTED))
    .flatMap(aroundDate);
  return parts.length === 1 ? [line] : parts.map((text) => ({ ...line, text }));
};

const splitAt = (text: string, pattern: RegExp): readonly string[] => {
  const first = pattern.exec(text)?.[1];
  return first === undefined ? [text] : [first.trim(), text.slice(first.length).trim()];
};

/** Where a time at the end of a text begins, or its end. */
const timeBefore = (text: string): number => {
  const last = printedTimes(text).at(-1);
  return last !== undefined && /^[\s,–-]*$/.test(text.slice(last.end)) ? last.at : text.length;
};

/** A sentence keeps its date: "held on ..." needs it. */
const aroundDate = (text: string): readonly string[] => {
  const [date] = printedDates(text);
  if (date === undefined || HELD.test(text)) return [text];
  const before = text.slice(0, timeBefore(text.slice(0, date.at))).replace(/[\s,–-]+$/, '');
  return [before, text.slice(timeBefore(text.slice(0, date.at)))].filter((part) => part !== '');
};
