import type { UnderstoodItem } from '../../domain/understood.ts';

/** What a printed page span comes to, beside the documents that are said to fill it. */
export interface SpanCheck {
  readonly number: string | null;
  readonly first: number;
  readonly last: number;
  readonly spanPages: number;
  /** Pages of the item's documents, each filled up to an even number. */
  readonly paddedPages: number;
  readonly matches: boolean;
}

/**
 * Checks each item that has a printed span against its documents: packs print each document on an even number
 * of pages. `documentPages` gives an item's page counts; null where they are not all known, and no check is made.
 */
export const checkSpans = (
  items: readonly UnderstoodItem[],
  documentPages: (item: UnderstoodItem) => readonly number[] | null,
): readonly SpanCheck[] =>
  items.flatMap((item) => {
    const counts = item.pages === null ? null : documentPages(item);
    if (item.pages === null || counts === null) return [];
    const { first, last } = item.pages.value;
    const spanPages = last - first + 1;
    const paddedPages = counts.reduce((sum, count) => sum + paddedToEven(count), 0);
    return [{ number: item.number, first, last, spanPages, paddedPages, matches: spanPages === paddedPages }];
  });

/** A document's pages in a pack, its filler included. */
const paddedToEven = (pages: number): number => pages + (pages % 2);
