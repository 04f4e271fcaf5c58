import type { PageContent } from '../../../src/papers/text/page-content.ts';

export interface Line {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A page without tags, as pdf.js would give it: one item for each line, half a letter size wide a letter. */
export const pageOfLines = (lines: readonly Line[], page = 1): PageContent => ({
  page,
  label: null,
  width: 600,
  height: 800,
  structure: null,
  fonts: { plain: 'AAAAAA+Body', bold: 'AAAAAB+Body-Bold' },
  items: lines.map(({ text, x = 70, y, size = 12, bold = false }) => ({
    str: text,
    transform: [size, 0, 0, size, x, y],
    width: text.length * size * 0.5,
    fontName: bold ? 'bold' : 'plain',
    hasEOL: true,
  })),
});
