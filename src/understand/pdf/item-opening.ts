import type { ItemNumber, ReadNumber } from './item-number.ts';
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
  /** Whether it calls itself an item: "Item 5a". */
  readonly isNamed: boolean;
}

const PREFIX = /^(?:agenda\s)?item\s(?:no\.?\s)?(?=\d)/i;
const MARKED =
  /^(\(?(?:\d{1,3}(?:[a-z]|\.\d{1,2})?|[A-Z]\d{0,2})(?:[.):]{1,2}|\s?[-–—](?=\s)))(?:\s+(?=\S)|(?=["'“‘(]?\p{L}))/u;
const UNMARKED = /^(\d{1,3}(?:[a-z]|\.\d{1,2})?|[A-Z]\d{1,2}|\d{2,4}\/\d{1,3}\.?)\s+(?=["'“‘(]?[\p{Lu}\d])/u;
const ROMAN = /^(\(?[ivx]{1,5}[.)]{1,2})\s+(?=\S)/i;
const MONTH =
  /^(?:st|nd|rd|th)?\s?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
/** What stands in a column of pages where there are none. */
const NOTE_CELL =
  /^(?:[-–—]|(?:verbal|oral|attached|enclosed|presentation|none|n\/a)(?: (?:report|item|update))?)$/i;
const TIME =
  /^\d{1,2}(?:[.:]\d{2}\s?(?:[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s?[-–]\s?\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?)?$/i;
/** "10.35 am Minutes". */
const TIME_AHEAD = /^\d{1,2}(?:[.:]\d{2})?\s?[AaPp]\.?[Mm]\.?\s+(?=[\p{Lu}\d])/u;
const LONGEST_TITLE = 600;

/** What item a line opens by its looks alone; whether its number fits is the agenda's to say. */
export const itemOpening = (line: SheetLine, readNumber: ReadNumber): ItemOpening | null => {
  const number = line.label === null ? null : readNumber(line.label);
  if (number !== null)
    return opened(number, line.lead ?? line.rest, { text: line.lead === null ? '' : line.rest });
  if (line.label !== null) return null;
  const cells = withoutTime(line.cells, readNumber);
  return cells.length > 1
    ? openedRow(cells, readNumber)
    : openedText(cells[0] ?? line.text, null, readNumber);
};

/** Without the time at which an item is expected, which may stand before or behind its number. */
const withoutTime = (cells: readonly string[], readNumber: ReadNumber): readonly string[] => {
  const [first = '', second = '', ...others] = cells;
  if (TIME.test(first) && readNumber(second) !== null) return cells.slice(1);
  if (TIME.test(second) && others.length > 0) return [first, ...others];
  return [first.replace(TIME_AHEAD, ''), ...cells.slice(1)];
};

const openedRow = (cells: readonly string[], readNumber: ReadNumber): ItemOpening | null => {
  const span = spanCell(cells.at(-1) ?? '');
  const isNote = span !== null || (cells.length > 2 && NOTE_CELL.test(cells.at(-1) ?? ''));
  const words = isNote ? cells.slice(0, -1) : cells;
  const [first = '', ...rest] = words;
  const number = first.length <= 12 ? readNumber(first.replace(PREFIX, '')) : null;
  if (number !== null && rest.length > 0)
    return opened(number, rest.join(' '), { pages: span, isNamed: PREFIX.test(first) });
  return openedText(words.join(' '), span, readNumber);
};

const openedText = (text: string, span: TitleNotes['pages'], readNumber: ReadNumber): ItemOpening | null => {
  const bare = text.replace(PREFIX, '');
  const [whole, mark] = MARKED.exec(bare) ?? UNMARKED.exec(bare) ?? ROMAN.exec(bare) ?? [];
  const number = mark === undefined ? null : readNumber(mark.replace(/\s?[-–—]$/, ''));
  if (number === null || whole === undefined) return null;
  return opened(number, bare.slice(whole.length), { pages: span, isNamed: bare !== text });
};

const opened = (number: ItemNumber, words: string, more: Partial<ItemOpening>): ItemOpening | null => {
  const printed = words.replace(TIME_AHEAD, '');
  return printed.length > LONGEST_TITLE * 4 || !/\p{L}/u.test(printed) || MONTH.test(printed)
    ? null
    : { text: '', pages: null, isNamed: false, ...more, number, printed };
};
