import type { OutlineEntry, PageContent } from '../../papers/text/page-content.ts';

/** What the importer asks of the thread that reads PDFs. */
export type PdfRequest =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly password: string | null }
  | { readonly kind: 'page'; readonly page: number };

/** What it answers, one answer for each request. */
export type PdfAnswer =
  | { readonly kind: 'opened'; readonly pages: number; readonly outline: readonly OutlineEntry[] }
  | { readonly kind: 'page'; readonly content: PageContent }
  | { readonly kind: 'failed'; readonly reason: 'locked' | 'wrong-password' | 'damaged' };
