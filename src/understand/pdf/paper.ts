import type { Doubt, Fact } from '../../domain/understood.ts';
import type { DocumentText } from '../../papers/text/document-text.ts';
import type { PdfContent } from '../../papers/text/page-content.ts';

/** A PDF that was read, and its reading text. */
export interface PdfPaper {
  /** As it was given: a file's name, or the address it came from. */
  readonly file: string;
  readonly content: PdfContent;
  readonly text: DocumentText;
}

/** Where something stands: a page of the PDF, or null for the file's name, and the words. */
export interface Place {
  readonly page: number | null;
  readonly quote: string;
}

const LONGEST_QUOTE = 300;

/** A fact that was read at a place of a file. */
export const factAt = <T>(file: string, value: T, place: Place, doubt: Doubt | null = null): Fact<T> => ({
  value,
  from: { file, page: place.page, quote: place.quote.slice(0, LONGEST_QUOTE) },
  doubt,
});
