import { type ItemNumber, readItemNumber } from './item-number.ts';
import type { SheetLine } from './sheet-lines.ts';
import { spanCell, type TitleNotes } from './title-notes.ts';

/** A line that may begin an agenda item. */
export interface ItemOpening {
  readonly number: ItemNumber;
  /** Title and what follows it on the line, as printed. */
  readonly printed: string;
  /** Text that stands beside the title, not in it. */
  readonly text: string;
  /** From a column of pages, where there is one. */
  readonly pages: TitleNotes['pages'];
}

const PREFIX = /^(?:agenda\s)?item\s(?:no\.?\s)?(?=\d)/i;
const MARKED =
  /^(\(?(?:\d{1,3}(?:[a-z]|\.\d{1,2})?|[A-Z]\d{0,2})(?:[.):]{1,2}|\s?[-–—](?=\s)))(?:\s+(?=\S)|(?=["'“‘(]?\p{L}))/u;
const UNMARKED = /^(\d{1,3}(?:[a-z]|\.\d{1,2})?|[A-Z]\d{1,2}|\d{2,4}\/\d{1,3}\.?)\s+(?=["'“‘(]?[\p{Lu}\d])/u;
const MONTH =
  /^(?:st|nd|rd|th)?\s?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
const LONGEST_TITLE = 600;

/** What item a line opens by its looks alone; whether its number fits is the agenda's to say. */
export const itemOpening = (line: SheetLine): ItemOpening | null => {
  const number = line.label === null ? null : readItemNumber(line.label);
  if (number !== null)
    return opened(number, line.lead ?? line.rest, line.lead === null ? '' : line.rest, null);
  if (line.label !== null) return null;
  return line.cells.length > 1 ? openedRow(line.cells) : openedText(line.text, null);
};

const openedRow = (cells: readonly string[]): ItemOpening | null => {
  const span = spanCell(cells.at(-1) ?? '');
  const words = span === null ? cells : cells.slice(0, -1);
  const [first = '', ...rest] = words;
  const number = first.length <= 12 ? readItemNumber(first.replace(PREFIX, '')) : null;
  if (number !== null && rest.length > 0) return opened(number, rest.join(' '), '', span);
  return openedText(words.join(' '), span);
};

const openedText = (text: string, span: TitleNotes['pages']): ItemOpening | null => {
  const bare = text.replace(PREFIX, '');
  const [whole, mark] = MARKED.exec(bare) ?? UNMARKED.exec(bare) ?? [];
  const number = mark === undefined ? null : readItemNumber(mark.replace(/\s?[-–—]$/, ''));
  if (number === null || whole === undefined) return null;
  return opened(number, bare.slice(whole.length), '', span);
};

const opened = (
  number: ItemNumber,
  printed: string,
  text: string,
  pages: TitleNotes['pages'],
): ItemOpening | null =>
  printed.length > LONGEST_TITLE * 4 || !/\p{L}/u.test(printed) || MONTH.test(printed)
    ? null
    : { number, printed, text, pages };
