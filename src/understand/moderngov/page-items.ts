import { type Document, type Element, isTag } from 'domhandler';
import type { UnderstoodItem } from '../../domain/understood.ts';
import { select, holderOf, idOf } from './elements.ts';
import { loneNumber } from './item-number.ts';
import { readSections } from './item-sections.ts';
import { doubtedAsCut, printedNumber, toMinute, withoutCut } from './minute-parts.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';
import { hasClass, textOf, tidy, titleOf } from './text-of.ts';
import { itemDocuments } from './page-item-documents.ts';

const MOST_ITEMS = 5000;

/** The two cells of one item: its number, which a heading may be without, and all the rest. */
interface ItemCells {
  readonly number: Element | null;
  readonly content: Element | null;
}

/** The items of a meeting's page. With minutes on it, their numbers are the minutes'. */
export const readItems = (
  origin: Origin,
  document: Document,
  hasMinutes: boolean,
): readonly UnderstoodItem[] =>
  findCells(document).map((cells) => readItem(origin, cells, hasMinutes ? 'minute' : 'agenda'));

const findCells = (document: Document): readonly ItemCells[] => {
  const found: ItemCells[] = [];
  const used = new Set<Element>();
  for (const node of select('td.mgItemNumberCell, .mgAiTitleTxt', document)) {
    if (found.length >= MOST_ITEMS) break;
    if (hasClass(node, 'mgItemNumberCell')) {
      const content = nextCell(node);
      found.push({ number: node, content });
      used.add(node);
      if (content !== null) used.add(content);
    } else {
      const cell = holderOf(node, 'td');
      if (cell === null || used.has(cell) || !isOwnRow(cell)) continue;
      const content = isNumber(cell) ? nextCell(cell) : null;
      used.add(cell);
      if (content !== null) used.add(content);
      found.push(content === null ? { number: null, content: cell } : { number: cell, content });
    }
  }
  return found;
};

// A heading's row has no cell for a number; tables within an item's text are no rows of the agenda.
const isOwnRow = (cell: Element): boolean => {
  const table = holderOf(cell, 'table');
  return table !== null && (hasClass(table, 'mgItemTable') || table.attribs['id'] === 'mgItemTable');
};

// Some sites leave out the class by which cells of numbers are known.
const isNumber = (cell: Element): boolean => {
  const words = tidy(textOf([cell]));
  return words === '' || loneNumber(words) !== null;
};

const nextCell = (cell: Element): Element | null => {
  for (let node = cell.next; node !== null; node = node.next) {
    if (isTag(node)) return node.name === 'td' && !hasClass(node, 'mgItemNumberCell') ? node : null;
  }
  return null;
};

const readItem = (
  origin: Origin,
  { number: numberCell, content }: ItemCells,
  counts: 'minute' | 'agenda',
): UnderstoodItem => {
  const number = printedNumber(numberCell === null ? null : tidy(textOf([numberCell])));
  const sections = readSections(content);
  const title = titleIn(content);
  const text = withoutCut(sections.text);
  const minute = toMinute({
    number: counts === 'minute' ? number : null,
    minutes: sections.minutes,
    decision: sections.decision,
    votes: sections.votes,
  });
  const documents = itemDocuments(origin, content, title);
  const read: UnderstoodItem = {
    aliases: aliasesFor(origin, 'item', anchorOf(numberCell) ?? anchorOf(content)),
    number,
    numbered: number === null ? 'unknown' : counts,
    title: factFrom(origin, title, title, title === '' ? 'guessed' : null),
    text: text.paragraphs,
    pages: null,
    papers: null,
    exempt: documents.itemIsExempt,
    documents: documents.documents,
    minute,
  };
  return text.cut || minute?.truncated === true ? doubtedAsCut(read) : read;
};

const titleIn = (content: Element | null): string => {
  if (content === null) return '';
  const [title] = select('.mgAiTitleTxt, a.mgAiTitleLnk', content);
  return title === undefined ? '' : titleOf([title]);
};

const anchorOf = (cell: Element | null): string | null => {
  if (cell === null) return null;
  const [anchor] = select('a[name^="AI"], a[id^="AI"]', cell);
  return idOf((anchor?.attribs['name'] ?? anchor?.attribs['id'])?.slice(2));
};
