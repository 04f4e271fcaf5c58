import { splitLabel } from './line-label.ts';

/** A line that stood in a table. */
export interface TabledLine {
  readonly heading: boolean;
  readonly label: string | null;
  readonly text: string;
}

const NUMBER = /^(?:\p{Lu}{1,5}[ /.-]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}(?:\p{Lu}|\/\p{L}{1,6})?\.?$/u;
const HEADER = /^(?:(?:agenda |minute )?(?:item|no|number|minute|ref)\b.{0,20})?$/i;

/**
 * The lines of minutes that were set as a table: a number in the first column, beside it the title and all that was
 * said, a paragraph each. Null for any other table.
 */
export const tabledMinutes = (rows: readonly (readonly string[])[]): readonly TabledLine[] | null => {
  const numbered = rows.filter(isNumbered);
  const holdsText = numbered.some((row) => wordsBeside(row).length > 1);
  if (!holdsText || !rows.every((row) => isNumbered(row) || isOther(row))) return null;
  return rows.flatMap((row): readonly TabledLine[] => {
    const [title = '', ...body] = isNumbered(row) ? wordsBeside(row) : [];
    if (title === '') return isNumbered(row) ? [] : wordsBeside(row).map(textLine);
    const number = (row[0] ?? '').trim().replace(/\.$/, '');
    return [{ heading: true, label: null, text: `${number}. ${title}` }, ...body.map(textLine)];
  });
};

const isNumbered = (row: readonly string[]): boolean => NUMBER.test((row[0] ?? '').trim()) && row.length > 1;

const isOther = (row: readonly string[]): boolean => row.length < 2 || HEADER.test((row[0] ?? '').trim());

const wordsBeside = (row: readonly string[]): readonly string[] =>
  row
    .slice(row.length < 2 ? 0 : 1)
    .flatMap((cell) => cell.split('\n'))
    .map((part) => part.trim())
    .filter((part) => part !== '');

const textLine = (text: string): TabledLine => {
  const split = splitLabel(text);
  return split === null
    ? { heading: false, label: null, text }
    : { heading: false, label: split.printed, text: split.rest };
};
