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
  itemCells(document).map((cells) => readItem(origin, cells, hasMinutes ? 'minute' : 'agenda'));

const itemCells = (document: Document): readonly ItemCells[] => {
  const inTable = findCells(document);
  return inTable.length > 0 ? inTable : findListed(document);
};

/** Items of a skin without a table: each in an entry of a list, or in a box beside the box of its number. */
const findListed = (document: Document): readonly ItemCells[] => {
  const found: ItemCells[] = [];
  const used = new Set<Element>();
  for (const node of select('.mgAiTitleTxt', document)) {
    if (found.length >= MOST_ITEMS) break;
    const holder = holderOf(node, 'li', 'div', 'section', 'article');
    if (holder === null || used.has(holder)) continue;
    const titles = select('.mgAiTitleTxt', holder);
    used.add(holder);
    // A box around several items is none of them.
    if (titles.length > 2) continue;
    const isNumbered = tidy(textOf([node])) !== '' && isNumber(node);
    const content = isNumbered && titles.length === 1 ? nextElement(holder) : holder;
    if (content !== null) used.add(content);
    found.push({ number: isNumbered ? node : null, content });
  }
  return found;
};

const nextElement = (element: Element): Element | null => {
  for (let node = element.next; node !== null; node = node.next) if (isTag(node)) return node;
  return null;
};

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
  const title = titleIn(content, numberCell);
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

const titleIn = (content: Element | null, number: Element | null): string => {
  if (content === null) return '';
  const title = select('.mgAiTitleTxt, a.mgAiTitleLnk', content).find((one) => one !== number);
  return title === undefined ? '' : titleOf([title]);
};

const anchorOf = (cell: Element | null): string | null => {
  if (cell === null) return null;
  const [anchor] = select('a[name^="AI"], a[id^="AI"]', cell);
  return idOf((anchor?.attribs['name'] ?? anchor?.attribs['id'])?.slice(2));
};
