import type { UnderstoodItem } from '../../domain/understood.ts';
import { saysExempt } from './agenda-sections.ts';
import type { ScannedItem } from './agenda-scan.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-lines.ts';
import { endsInSpan, isNoteAlone, type TitleNotes, titleNotes } from './title-notes.ts';

/** An item's printed words, put together from its lines. */
interface Words {
  readonly printed: string;
  readonly text: readonly string[];
}

const MOST_TEXTS = 50;
const JOINING = /(?:\b(?:of|and|the|for|to|in|on|at|by|with|from|or|a|an)|[,&–—-])$/i;

/** An agenda item from the lines of a front sheet. */
export const scannedItem = (file: string, item: ScannedItem): UnderstoodItem => {
  const { printed, text } = wordsOf(item);
  const notes = titleNotes(printed);
  const place = { page: item.line.page, quote: `${item.opening.number.printed} ${printed}` };
  const under = [notes.rest, item.opening.text, ...text].filter((part) => part !== '').slice(0, MOST_TEXTS);
  const spanned =
    notes.pages === null && item.opening.pages === null ? under.map(titleNotes).find(isSpanned) : undefined;
  const pages = notes.pages ?? item.opening.pages ?? spanned?.pages ?? null;
  // A span at the end of the description is the item's, and no part of what it says.
  const texts = under.map((part) =>
    spanned !== undefined && part.endsWith(spanned.quote) ? spanned.title : part,
  );
  return {
    aliases: [],
    number: item.opening.number.printed,
    numbered: 'agenda',
    title: factAt(file, notes.title, place),
    text: texts.filter((part) => part !== ''),
    pages:
      pages === null
        ? null
        : factAt(file, pages, { page: item.line.page, quote: spanQuote(spanned ?? notes, pages) }),
    papers: notes.papers ?? papersIn(texts),
    exempt: item.isUnderExempt || notes.exempt || texts.some(saysExempt),
    documents: [],
    minute: null,
  };
};

const isSpanned = (notes: TitleNotes): boolean => notes.pages !== null && notes.rest === '';

const spanQuote = (notes: TitleNotes, pages: { readonly first: number; readonly last: number }): string =>
  notes.quote === '' ? `${pages.first} - ${pages.last}` : notes.quote;

/** Adds to the title the lines that it goes on over; the others are the item's text. */
const wordsOf = (item: ScannedItem): Words => {
  let printed = item.opening.printed;
  const text: string[] = [];
  for (const line of item.under) {
    if (text.length === 0 && item.opening.text === '' && goesOn(printed, line, item.line.page)) {
      printed = `${printed} ${line.text}`;
    } else if (isNoteAlone(line.text)) printed = `${printed} ${line.text}`;
    else
      text.push(
        line.label === null || line.text.startsWith(line.label) ? line.text : `${line.label} ${line.rest}`,
      );
  }
  return { printed, text };
};

const goesOn = (printed: string, line: SheetLine, page: number): boolean => {
  if (endsInSpan(printed)) return /^[\d\s–—to-]{0,20}[)\]]/.test(line.text);
  if (titleNotes(printed).pages !== null || line.label !== null) return false;
  if (isNoteAlone(line.text) || endsInSpan(line.text)) return true;
  // "a) The accounts" is a part of the item.
  if (/^\(?[a-z]{1,4}[.)]\s/.test(line.text)) return false;
  const isCut = JOINING.test(printed) || /^\p{Ll}/u.test(line.text);
  return isCut && !/[.:;]$/.test(printed) && (line.page !== page || line.text.length <= 300);
};

const papersIn = (texts: readonly string[]): UnderstoodItem['papers'] => {
  for (const text of texts) {
    const { papers, title } = titleNotes(text);
    if (papers !== null && title.length < 80) return papers;
  }
  return null;
};
