import type { PaperText, TextBlock } from '../domain/paper-text.ts';

/**
 * The reading text without the heading that only repeats the paper's title: the screen shows the title
 * above it already. Only the first heading of the first page is looked at, and a page of which nothing
 * else would be left keeps it, so that it is not taken for an empty one.
 */
export const withoutOwnTitle = (text: PaperText, title: string): PaperText => {
  const [first, ...rest] = text.pages;
  if (first === undefined || first.blocks.length < 2) return text;
  const heading = first.blocks.find(({ kind }) => kind === 'heading');
  if (heading === undefined || !saysTitle(heading, title)) return text;
  const blocks = first.blocks.filter((block) => block !== heading);
  return { ...text, pages: [{ ...first, blocks }, ...rest] };
};

const saysTitle = (block: TextBlock, title: string): boolean =>
  block.kind === 'heading' && bareWords(title) !== '' && bareWords(block.text) === bareWords(title);

/** Capitals, dashes, quotes and a full stop at the end make no other title. */
const bareWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
