import type { PaperText } from '../domain/paper-text.ts';

/** One page of a paper and what people call it. */
export interface ReaderPage {
  /** Counts from 1, as the file does. */
  readonly page: number;
  /** The number printed on it ("iii", "21"); where none is printed, the count. */
  readonly name: string;
}

/** The pages of a paper by their printed names. A text that lacks pages is filled up by counting. */
export const namePages = (text: PaperText | null, pageCount: number): readonly ReaderPage[] => {
  const labels = new Map(text?.pages.map(({ page, label }) => [page, label?.trim()]));
  const length = Math.max(pageCount, text?.pages.length ?? 0, 1);
  return Array.from({ length }, (_, index) => ({
    page: index + 1,
    name: labels.get(index + 1) || String(index + 1),
  }));
};

/**
 * The page that a person means by what they typed: the printed number first, since that is what is called
 * out in the room, else the count. "page 21" and "XI" are understood. Null when there is no such page.
 */
export const findPage = (pages: readonly ReaderPage[], typed: string): number | null => {
  const whole = typed.trim().toLowerCase();
  // First as it stands: a page may be called "P1".
  for (const wanted of [whole, whole.replace(/^(?:page|p\.?)\s*/, '')]) {
    const found =
      pages.find(({ name }) => name.toLowerCase() === wanted) ??
      pages.find(({ page }) => String(page) === wanted);
    if (found) return found.page;
  }
  return null;
};

/** Whether any page's printed number differs from its count, so that both must be said. */
export const hasOwnNumbers = (pages: readonly ReaderPage[]): boolean =>
  pages.some(({ page, name }) => name !== String(page));
