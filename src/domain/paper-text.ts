/** The reading text of one paper: what the reading view, the action plan and search are made from. */
export interface PaperText {
  readonly format: 1;
  readonly pages: readonly PageText[];
  /** What a pack is made of, as its bookmarks and stamps said when it was read: a later issue is held against these. */
  readonly cut?: readonly CutDocument[];
}

/** One document of a pack, by pages of the PDF, both included. */
export interface CutDocument {
  readonly title: string;
  /** Of the agenda item that it stands under; null for the front sheet. */
  readonly itemNumber: string | null;
  readonly first: number;
  readonly last: number;
  readonly kind: 'agenda' | 'report' | 'appendix';
}

export interface PageText {
  /** Counts from 1, as PDF readers do. */
  readonly page: number;
  /** The page number printed on the page, or the PDF's page label, or null. */
  readonly label: string | null;
  readonly blocks: readonly TextBlock[];
}

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly text: string }
  /** `number` is the printed paragraph number ("2.1"), `lead` a bold opening such as "Schools." */
  | {
      readonly kind: 'paragraph';
      readonly number: string | null;
      readonly lead: string | null;
      readonly text: string;
    }
  | { readonly kind: 'item'; readonly label: string; readonly text: string }
  | { readonly kind: 'table'; readonly header: boolean; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'figure'; readonly alt: string };
