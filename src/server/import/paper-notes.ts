import type { PaperText } from '../../domain/paper-text.ts';
import { blockText } from '../../papers/text/block-text.ts';

/** A scanner's mark or a stamp is no text: a page that was written has more characters than these. */
const fewest = 30;

/**
 * What a reader will miss in a paper, as plain sentences. `unreadable` names the pages of a PDF that could not be
 * read; null for a text, which has no pages that could be pictures.
 */
export const paperNotes = (
  file: string,
  text: PaperText,
  unreadable: readonly number[] | null,
): readonly string[] => {
  const least = unreadable === null ? 1 : fewest;
  const hasText = text.pages.some(({ blocks }) => blocks.map(blockText).join('').length >= least);
  return [
    ...(hasText ? [] : [`There is no text in this paper: ${file}.`]),
    ...(unreadable === null || unreadable.length === 0 ? [] : [unreadableNote(file, unreadable)]),
  ];
};

const unreadableNote = (file: string, pages: readonly number[]): string =>
  `${file} cannot be read on ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}.`;

export const countWords = (text: PaperText): number =>
  text.pages
    .flatMap((page) => page.blocks)
    .reduce((sum, block) => sum + blockText(block).split(/\s+/).filter(Boolean).length, 0);
