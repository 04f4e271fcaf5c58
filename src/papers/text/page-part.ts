import type { TextBlock } from '../../domain/paper-text.ts';
import type { TextLine } from './geometry-lines.ts';

export type Table = Extract<TextBlock, { kind: 'table' }>;

/** A stretch of a page: lines of text, or a table that was found among them. */
export type PagePart = readonly TextLine[] | Table;
