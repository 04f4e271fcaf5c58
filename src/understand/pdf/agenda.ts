import type { Fact, UnderstoodItem } from '../../domain/understood.ts';
import { arrangedRows } from './agenda-columns.ts';
import { AgendaScan, type ScannedAgenda } from './agenda-scan.ts';
import { readItemNumber, readRomanNumber } from './item-number.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-lines.ts';
import { scannedItem } from './scanned-item.ts';

/** The agenda of a front sheet. */
export interface Agenda {
  readonly items: readonly UnderstoodItem[];
  readonly exemptSection: Fact<'none-expected' | 'has-items'> | null;
  /** How many lines stand above the first item; all of them when there is none. */
  readonly headLength: number;
  /** The lines that belong to no item: what stands above and below. */
  readonly outside: readonly SheetLine[];
}

const HEADING = /^a\s?g\s?e\s?n\s?d\s?a(?: items)?\s?:?$/i;
const MOST_STARTS = 6;
/** A list of fewer may be something else. */
const FEWEST = 3;

/** Reads the agenda items of a front sheet's lines. */
export const readAgenda = (file: string, printed: readonly SheetLine[]): Agenda => {
  const lines = arrangedRows(printed);
  const scanned = scanFromBestStart(lines);
  const items = scanned.items.map((item) => scannedItem(file, item));
  const taken = new Set(scanned.items.flatMap(({ line, under }) => [line, ...under]));
  return {
    items,
    exemptSection: exemptSection(file, scanned, items),
    headLength: scanned.items[0]?.at ?? lines.length,
    outside: lines.filter((line) => !taken.has(line)),
  };
};

/** Whether a line is the heading of an agenda. */
export const isAgendaHeading = (text: string): boolean => HEADING.test(text.trim());

/** Notes before an agenda may be numbered like one: the last heading that loses no item is where it begins. */
const scanFromBestStart = (lines: readonly SheetLine[]): ScannedAgenda => {
  const headings = lines.flatMap((line, at) => (isAgendaHeading(line.text) ? [at + 1] : []));
  const starts = [0, ...headings.slice(-MOST_STARTS)];
  const usual = mostItems(starts.map((start) => new AgendaScan(lines, readItemNumber).from(start)));
  if (usual.items.length >= FEWEST) return usual;
  // Only where nothing else is counted: Roman numerals count parts of items everywhere.
  const roman = mostItems(starts.map((start) => new AgendaScan(lines, readRomanNumber).from(start)));
  return roman.items.length > usual.items.length ? roman : usual;
};

/** The last of those with most items. */
const mostItems = (scans: readonly ScannedAgenda[]): ScannedAgenda => {
  const most = Math.max(...scans.map(({ items }) => items.length));
  return (
    scans.findLast(({ items }) => items.length === most) ?? {
      items: [],
      exemptHeading: null,
      noneExempt: null,
    }
  );
};

const exemptSection = (
  file: string,
  scanned: ScannedAgenda,
  items: readonly UnderstoodItem[],
): Agenda['exemptSection'] => {
  const first = scanned.items.find((_, at) => items[at]?.exempt === true);
  const heading = scanned.exemptHeading;
  if (first !== undefined) {
    const line = heading ?? first.line;
    return factAt(file, 'has-items', { page: line.page, quote: line.text });
  }
  const said = scanned.noneExempt;
  if (said !== null) {
    const quote = heading === null ? said.text : `${heading.text} ${said.text}`;
    return factAt(file, 'none-expected', { page: said.page, quote });
  }
  if (heading === null) return null;
  return factAt(file, 'none-expected', { page: heading.page, quote: heading.text }, 'guessed');
};
