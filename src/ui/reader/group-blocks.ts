import type { TextBlock } from '../../domain/paper-text.ts';

export type ListItem = Extract<TextBlock, { kind: 'item' }>;

/** Blocks as they are drawn: points that follow each other are one list. */
export type DrawnBlock =
  | Exclude<TextBlock, { kind: 'item' }>
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

/** Gathers runs of points into lists, so that a screen reader can say how many there are. */
export const groupBlocks = (blocks: readonly TextBlock[]): readonly DrawnBlock[] => {
  const drawn: DrawnBlock[] = [];
  let items: ListItem[] = [];
  const close = (): void => {
    if (items.length > 0) drawn.push({ kind: 'list', items });
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === 'item') {
      items.push(block);
    } else {
      close();
      drawn.push(block);
    }
  }
  close();
  return drawn;
};

/** The level at which a paper's heading stands under the screen's own `h1`. */
export const headingTag = (level: 1 | 2 | 3 | 4 | 5 | 6): 'h2' | 'h3' | 'h4' | 'h5' | 'h6' =>
  (['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const)[level - 1] ?? 'h6';
