import type { PackDocument, UnderstoodItem } from '../../domain/understood.ts';
import type { OutlineEntry } from '../../papers/text/page-content.ts';
import { readAgenda } from './agenda.ts';
import { readItemNumber } from './item-number.ts';
import { packPages } from './pack-pages.ts';
import { stampedDocuments } from './stamped-documents.ts';
import { factAt, type PdfPaper } from './paper.ts';
import { isAgendaBookmark, sheetLines } from './sheet-lines.ts';

/** A bookmark that begins a document. */
interface Begun extends OutlineEntry {
  readonly page: number;
}

const MOST = 2000;
const NUMBERED =
  /^(?:(?:agenda )?item )?(\d{1,3}[a-z]?|\d{1,3}\.\d{1,2}|[A-Z]\d{1,2}|[A-Z](?=\.))[.):]?\s+(?=\S)/;

/**
 * The documents of a pack in its order, the front sheet first: by its bookmarks, or else by the stamps and
 * numbers on its pages. Empty for a PDF that is no pack.
 */
export const packDocuments = (paper: PdfPaper): readonly PackDocument[] => {
  const [first] = paper.content.outline;
  const isBookmarked =
    first !== undefined && isAgendaBookmark(first.title) && paper.content.outline.length > 1;
  return isBookmarked ? bookmarkedDocuments(paper) : stampedDocuments(paper);
};

const bookmarkedDocuments = (paper: PdfPaper): readonly PackDocument[] => {
  const count = paper.content.pages.length;
  const begun = paper.content.outline.slice(0, MOST).flatMap((entry): readonly Begun[] => {
    const { page } = entry;
    return page === null || page < 1 || page > count ? [] : [{ ...entry, page }];
  });
  // A bookmark within another's first page marks a heading there, not a document.
  const ordered = begun.toSorted((a, b) => a.page - b.page || a.depth - b.depth);
  const starts = ordered.filter((entry, at) => entry.page !== ordered[at - 1]?.page);
  const fillers = packPages(paper).flatMap(({ page, isFiller }) => (isFiller ? [page] : []));
  const { items } = readAgenda(paper.file, sheetLines(paper));
  const known = new Set(items.flatMap(({ number }) => number ?? []));
  const titled = numbersByTitle(items);
  let itemNumber: string | null = null;
  return starts.map((entry, at) => {
    const last = (starts[at + 1]?.page ?? count + 1) - 1;
    const isSheet = at === 0 && isAgendaBookmark(entry.title);
    const opened =
      entry.depth === 0 && !isSheet
        ? (openedItem(entry.title, known) ?? titled.get(plainTitle(entry.title)) ?? null)
        : null;
    if (entry.depth === 0) itemNumber = opened?.number ?? null;
    const title = factAt(paper.file, opened?.title ?? entry.title.trim(), {
      page: entry.page,
      quote: entry.title,
    });
    return {
      title,
      itemNumber,
      depth: entry.depth,
      first: entry.page,
      last,
      fillers: fillers.filter((page) => page >= entry.page && page <= last),
      kind: isSheet ? 'agenda' : documentKind(entry),
    };
  });
};

interface OpenedItem {
  readonly number: string;
  readonly title: string;
}

/** Items by their titles; a title that two share tells neither. */
const numbersByTitle = (items: readonly UnderstoodItem[]): ReadonlyMap<string, OpenedItem | null> => {
  const found = new Map<string, OpenedItem | null>();
  for (const { number, title } of items) {
    const key = plainTitle(title.value);
    if (number === null || key === '') continue;
    found.set(key, found.has(key) ? null : { number, title: title.value });
  }
  return found;
};

const plainTitle = (title: string): string => title.toLowerCase().replace(/[^\p{L}\d]+/gu, '');

/** The item whose papers a bookmark opens: "7 Transfer of ...". A known number is believed first. */
const openedItem = (title: string, known: ReadonlySet<string>): OpenedItem | null => {
  const found = NUMBERED.exec(title.trim());
  const number = readItemNumber(found?.[1] ?? '')?.printed;
  if (found === null || number === undefined || (known.size > 0 && !known.has(number))) return null;
  return { number, title: title.trim().slice(found[0].length) };
};

const documentKind = ({ title, depth }: OutlineEntry): PackDocument['kind'] =>
  depth > 0 || /^(?:appendi(?:x|ces)|annexe?|enclosure)\b/i.test(title.trim()) ? 'appendix' : 'report';
