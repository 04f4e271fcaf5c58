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
