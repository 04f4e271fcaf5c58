/**
 * What pdf.js answers about one page, as plain data: `getTextContent({ includeMarkedContent: true })`,
 * `getStructTree()` and the fonts' own names. Only the members that are read here are named.
 */
export interface PageContent {
  /** Counts from 1. */
  readonly page: number;
  /** The PDF's page label, or null when the file has none. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  readonly items: readonly ContentItem[];
  readonly structure: StructureNode | null;
  /** PostScript names by pdf.js's font ids ("ABCDEF+Arial-BoldMT"); empty where unknown. */
  readonly fonts: Readonly<Record<string, string>>;
  /** Straight lines drawn along the page's edges; absent where tags tell more, and where nobody looked. */
  readonly rules?: readonly Rule[];
}

/** A drawn line in PDF units: across the page (`y1` is `y2`) or up it (`x1` is `x2`); first the smaller end. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A PDF as it was read. */
export interface PdfContent {
  readonly pages: readonly PageContent[];
  /** Bookmarks, in the order of the file; empty where it has none. */
  readonly outline: readonly OutlineEntry[];
  /** Pages that could not be read: they are empty here, and the others are whole. Never all of them. */
  readonly unreadable: readonly number[];
}

/** A page of which nothing is known but its place. */
export const emptyPage = (page: number): PageContent => ({
  page,
  label: null,
  width: 0,
  height: 0,
  items: [],
  structure: null,
  fonts: {},
});

/** One bookmark. */
export interface OutlineEntry {
  readonly title: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Counts from 1; null for one that leads nowhere, or out of the file. */
  readonly page: number | null;
}

export type ContentItem = TextItem | MarkItem;

export interface TextItem {
  readonly str: string;
  /** `[a, b, c, d, x, y]` in PDF units from the lower left corner. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

interface MarkItem {
  readonly type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent';
  readonly id?: string | null;
  readonly tag?: string;
}

/** A node of the tag tree; `content` leaves point to marked content by id. */
export type StructureNode = StructureElement | StructureLeaf;

export interface StructureElement {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly StructureNode[];
}

interface StructureLeaf {
  readonly type: string;
  readonly id: string;
}
