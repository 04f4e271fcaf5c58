import type { TextBlock } from '../../domain/paper-text.ts';

/**
 * Word numbers a heading by an empty list item that stands before it: "76." and "Apologies" become one
 * block again.
 */
export const joinLabels = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const joined: TextBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const label = before?.kind === 'item' && before.text === '' ? before.label : null;
    const merged = label === null ? null : withLabel(block, label);
    if (merged === null) joined.push(block);
    else joined[joined.length - 1] = merged;
  }
  return joined;
};

const withLabel = (block: TextBlock, label: string): TextBlock | null => {
  if (block.kind === 'heading') return { ...block, text: `${label} ${block.text}` };
  const number = /^(\d{1,4}(?:\.\d{1,3})*)[.)]?$/.exec(label)?.[1];
  return block.kind === 'paragraph' && block.number === null && number !== undefined
    ? { ...block, number }
    : null;
};
