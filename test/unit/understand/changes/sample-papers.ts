import type { PageText, PaperText, TextBlock } from '../../../../src/domain/paper-text.ts';

/** A numbered paragraph: `para('2.1', 'The bridge is closed.')`; null for one without a number. */
export const para = (number: string | null, text: string, lead: string | null = null) =>
  ({
    kind: 'paragraph',
    number,
    lead,
    text,
  }) as const;

export const heading = (text: string): TextBlock => ({ kind: 'heading', level: 2, text });

/** Pages without labels. */
export const paper = (...pages: readonly (readonly TextBlock[])[]): PaperText => ({
  format: 1,
  pages: pages.map((blocks, at): PageText => ({ page: at + 1, label: null, blocks })),
});
