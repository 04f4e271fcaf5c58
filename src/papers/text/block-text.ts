import type { TextBlock } from '../../domain/paper-text.ts';

/** All words of a block in reading order, for search, speech and counting. */
export const blockText = (block: TextBlock): string => {
  if (block.kind === 'figure') return block.alt;
  if (block.kind === 'table') return words(block.rows.flat()).replaceAll('\n', ' ');
  if (block.kind === 'item') return words([block.label, block.text]);
  return block.kind === 'heading' ? block.text : words([block.number, block.lead, block.text]);
};

const words = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ');
