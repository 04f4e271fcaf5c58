import type { PageText, PaperText, TextBlock } from '../../domain/paper-text.ts';
import { splitLabel } from './line-label.ts';
import { tabledMinutes } from './tabled-minutes.ts';

/** One paragraph, heading or table of printed minutes; whole, also where a page ended in its middle. */
export interface PrintedLine {
  /** Where it begins. Counts from 1. */
  readonly page: number;
  readonly heading: boolean;
  /** "3)", "(a)", "2.1", "•"; null when it has none. */
  readonly label: string | null;
  readonly text: string;
  /** The cells of a table; null in anything else. */
  readonly rows: readonly (readonly string[])[] | null;
}

/** A line as it is printed: its label and its text. */
export const lineWords = ({ label, text }: PrintedLine): string =>
  label === null ? text : `${label} ${text}`;

/** The lines of a paper in reading order. */
export const printedLines = (text: PaperText): readonly PrintedLine[] => {
  const lines: PrintedLine[] = [];
  for (const page of text.pages) {
    for (const [at, line] of pageLines(page).entries()) {
      const last = lines.at(-1);
      if (at === 0 && last !== undefined && goesOn(last, line)) lines[lines.length - 1] = joined(last, line);
      else lines.push(line.label === '' ? { ...line, label: null } : line);
    }
  }
  return lines;
};

const pageLines = ({ page, blocks }: PageText): readonly PrintedLine[] =>
  blocks.flatMap((block) => {
    const rows = block.kind === 'table' ? tabledMinutes(block.rows) : null;
    if (rows !== null) return rows.map((row) => ({ page, rows: null, ...row }));
    const line = blockLine(block, page);
    return line.text === '' && line.label === null ? [] : [line];
  });

const tidy = (text: string): string => text.replace(/\s+/g, ' ');

/** "P R E S E N T" is one word. */
const SPACED = /^(?:\p{Lu}\s){3,}\p{Lu}(?!\p{L})/u;

const blockLine = (block: TextBlock, page: number): PrintedLine => {
  const line = plainLine(block, page);
  return SPACED.test(line.text)
    ? { ...line, text: line.text.replace(SPACED, (word) => word.replace(/\s/g, '')) }
    : line;
};

const plainLine = (block: TextBlock, page: number): PrintedLine => {
  const plain = { page, heading: false, label: null, rows: null };
  if (block.kind === 'figure') return { ...plain, text: '' };
  if (block.kind === 'heading') return { ...plain, heading: true, text: block.text };
  if (block.kind === 'table') {
    return { ...plain, text: tidy(block.rows.flat().filter(Boolean).join(' ')), rows: block.rows };
  }
  if (block.kind === 'item') return { ...plain, label: block.label, text: block.text };
  const text = [block.lead, block.text].filter(Boolean).join(' ');
  // Bold words alone are a heading in all but name.
  const heading = block.lead !== null && block.text === '';
  // Which mark stood after a number was not kept.
  if (block.number !== null) return { ...plain, heading, label: numberLabel(block.number), text };
  const split = splitLabel(text);
  return split === null ? { ...plain, heading, text } : { ...plain, label: split.printed, text: split.rest };
};

const numberLabel = (number: string): string => (number.includes('.') ? number : `${number}.`);

const ENDED = /[.?!:;]["”’)\]]{0,2}$|["”]$/;
const OPEN_END =
  /(?:[,–-]|\b(?:and|or|of|the|to|in|for|a|an|with|by|on|at|that|from|as|Mr|Mrs|Ms|Miss|Dr|Sir|Councillor|Cllr))$/;
const SPEAKS_ANEW =
  /^(?:\(?(?:agenda )?item\b|resolved\b|it was\b|agreed\b|recommended\b|for\b|against\b|abst|present\b|in attendance\b|apologies\b|the meeting\b|(?:chair|signed|dated?)\b)/i;
/** Shorter lines are headings, names or results, which need no full stop. */
const PROSE = 60;

/** Whether the first line of a page is the rest of the last one of the page before. */
const goesOn = (last: PrintedLine, next: PrintedLine): boolean => {
  if (last.rows !== null || next.rows !== null || last.heading || next.heading) return false;
  // The tags say so: a list item without a label of its own.
  if (next.label === '') return true;
  if (next.label !== null) return false;
  if (OPEN_END.test(last.text) || (!ENDED.test(last.text) && /^\p{Ll}/u.test(next.text))) return true;
  return last.text.length >= PROSE && !ENDED.test(last.text) && !SPEAKS_ANEW.test(next.text);
};

const joined = (last: PrintedLine, next: PrintedLine): PrintedLine => ({
  ...last,
  text: /\p{L}-$/u.test(last.text) ? last.text + next.text : `${last.text} ${next.text}`,
});
