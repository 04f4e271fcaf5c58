import { printedDates } from '../when/printed-dates.ts';
import type { PrintedLine } from './printed-lines.ts';

/** A line that may be the title of a minute. */
export interface TitleCandidate {
  /** Where it stands among the lines. */
  readonly at: number;
  /** As printed, without its full stop: "292", "C 10/034". */
  readonly number: string;
  /** What the number counts with: 292, 34. */
  readonly order: number;
  readonly title: string;
  readonly itemNumber: string | null;
  /** How many lines it takes: its own and the "(Item 3)" below it. */
  readonly lines: number;
  /** How likely it is a title, from 1. */
  readonly weight: number;
}

const ITEM =
  /[([]?\b(?:agenda )?item(?:\s(?:no|number)\.?)?\s(\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\([a-z]\))?)[)\]]?$/i;
const ITEM_ALONE =
  /^[([]?(?:agenda )?item(?:\s(?:no|number)\.?)?\s(\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\([a-z]\))?)[)\]]?\.?$/i;
const NUMBERED =
  /^(?:minute\s(?:no\.?\s?)?)?(\d{2}\.\d{2,3}|(?:\p{Lu}{1,5}[ /.-]?)?\d{1,4}(?:[/-]\d{1,4}){0,2}(?:\p{Lu}|\/\p{L}{1,6})?)(?:[.):]|(?=\s))\s{0,9}[–-]?\s{0,3}(?=[\p{Lu}\d"“‘'(])/u;
const LONGEST_TITLE = 300;

/** The agenda item that a title ends with or a line is: "(Item 3)"; null when it names none. */
const trailingItem = (text: string): { readonly title: string; readonly itemNumber: string } | null => {
  const found = ITEM.exec(text);
  if (found?.[1] === undefined || !/^[([]/.test(found[0])) return null;
  return { title: text.slice(0, found.index).trim(), itemNumber: found[1] };
};

const itemAlone = (line: PrintedLine | undefined): string | null =>
  line === undefined ? null : (ITEM_ALONE.exec(line.text.trim())?.[1] ?? null);

/** The agenda item that a text ends with, taken off it, or that stands alone on one of the next two lines. */
export const titleWithItem = (
  text: string,
  lines: readonly PrintedLine[],
  at: number,
): Pick<TitleCandidate, 'title' | 'itemNumber' | 'lines'> => {
  const trailing = trailingItem(text);
  if (trailing !== null && trailing.title !== '') return { ...trailing, lines: 1 };
  const below = itemAlone(lines[at + 1]);
  if (below !== null) return { title: text, itemNumber: below, lines: 2 };
  const middle = lines[at + 1];
  const twoBelow = itemAlone(lines[at + 2]);
  // A title in two lines; but not the next title.
  if (
    middle !== undefined &&
    twoBelow !== null &&
    middle.rows === null &&
    numberedText(middle) === null &&
    middle.text.length <= 120
  ) {
    if (!/[.:;]$/.test(middle.text))
      return { title: `${text} ${middle.text}`, itemNumber: twoBelow, lines: 3 };
  }
  return { title: text, itemNumber: null, lines: 1 };
};

/** The line as a numbered title, if it can be one. */
export const titleCandidate = (lines: readonly PrintedLine[], at: number): TitleCandidate | null => {
  const line = lines[at];
  if (line === undefined) return null;
  const numbered = numberedText(line);
  // "19 February 2025" counts nothing.
  if (numbered === null || printedDates(line.text)[0]?.at === 0) return null;
  const { number, text } = numbered;
  const order = Number(/(\d{1,4})[\p{L}/]{0,7}$/u.exec(number)?.[1] ?? Number.NaN);
  const found = titleWithItem(text, lines, at);
  const weight = candidateWeight(line, text, found.itemNumber !== null);
  if (Number.isNaN(order) || weight === 0 || found.title === '' || found.title.length > LONGEST_TITLE)
    return null;
  return { at, number, order, weight, ...found };
};

const numberedText = (line: PrintedLine): { readonly number: string; readonly text: string } | null => {
  if (line.rows !== null) {
    const [first, ...others] = line.rows;
    const [number = '', ...title] = (first ?? []).filter((cell) => cell.trim() !== '');
    // A table of more rows holds something else, save for the "(Item 3)" below a title.
    if (others.some((row) => itemAloneText(row.join(' ')) === null)) return null;
    const bare =
      /^((?:\p{Lu}{1,5}[ /.-]?)?\d{1,4}(?:[/-]\d{1,4}){0,2}(?:\p{Lu}|\/\p{L}{1,6})?|\d{2}\.\d{2,3})\.?$/u.exec(
        number.trim(),
      )?.[1];
    const text = [...title, ...others.flat()].join(' ').trim();
    return bare === undefined || text === '' ? null : { number: bare, text };
  }
  if (line.label !== null) {
    const bare = /^(\d{1,4}|\d{2}\.\d{2,3})[.)]?$/.exec(line.label)?.[1];
    return bare === undefined ? null : { number: bare, text: line.text };
  }
  const found = NUMBERED.exec(line.text);
  if (found?.[1] === undefined) return null;
  return { number: found[1], text: line.text.slice(found[0].length) };
};

const itemAloneText = (text: string): string | null => ITEM_ALONE.exec(text.trim())?.[1] ?? null;

/** 0 for what is no title. */
const candidateWeight = (line: PrintedLine, text: string, hasItem: boolean): number => {
  if (hasItem) return 6;
  if (line.rows !== null) return 3;
  // A heading can start with a year or an amount: a number needs a mark after it, or few digits.
  if (line.heading) return 3;
  const short = text.length <= 120 && !/[.;:,]$/.test(text);
  if (short && !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)) return 3;
  return 0;
};

/** A short line with the number that is missing between two titles: a title that lost its bold type. */
export const plainCandidate = (lines: readonly PrintedLine[], at: number): TitleCandidate | null => {
  const line = lines[at];
  if (line === undefined || line.rows !== null || line.text.length > 160 || /[.;:,]$/.test(line.text))
    return null;
  const numbered = numberedText(line);
  const order = Number(/(\d{1,4})[\p{L}/]{0,7}$/u.exec(numbered?.number ?? '')?.[1] ?? Number.NaN);
  if (numbered === null || Number.isNaN(order)) return null;
  const found = titleWithItem(numbered.text, lines, at);
  return { at, number: numbered.number, order, weight: 1, ...found };
};
