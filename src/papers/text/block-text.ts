import type { TextBlock } from '../../domain/paper-text.ts';

/** All words of a block in reading order, for search, speech and counting. */
export const blockText = (block: TextBlock): string => {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return words([block.number, block.lead, block.text]);
    case 'item':
      return words([block.label, block.text]);
    case 'table':
      return words(block.rows.flat());
    default:
      return block.alt;
  }
};

const words = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ');
