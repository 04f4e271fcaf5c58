import type { PaperText } from '../../domain/paper-text.ts';
import { passages } from './passages.ts';

/** So many words in a row are one piece. */
const WORDS = 3;

/** The pieces of a text, each once: what likeness is measured by. */
export type Pieces = ReadonlySet<string>;

/**
 * How much text two papers share, 0 to 1: twice the shared runs of three words over all runs of both, each
 * run once. Papers without words share nothing.
 */
export const howAlike = (one: PaperText, other: PaperText): number =>
  shareOf(paperPieces(one), paperPieces(other));

/** The pieces of a paper, for measuring it against several others. */
export const paperPieces = (paper: PaperText): Pieces => {
  const words: string[] = [];
  // One by one: a passage may hold more words than a call takes arguments.
  for (const { text } of passages(paper)) for (const word of wordsOf(text)) words.push(word);
  if (words.length === 0) return new Set();
  const found = new Set([words.slice(0, WORDS).join(' ')]);
  for (let at = 1; at + WORDS <= words.length; at += 1) {
    found.add(words.slice(at, at + WORDS).join(' '));
  }
  return found;
};

/** The words of a text, each as it is told apart from others: without case, marks and ligatures. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replaceAll('\u00AD', '')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Twice what both hold over all that they hold, 0 to 1; 0 where one is empty. */
export const shareOf = (one: Pieces, other: Pieces): number => {
  if (one.size === 0 || other.size === 0) return 0;
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const piece of few) if (many.has(piece)) shared += 1;
  return (2 * shared) / (one.size + other.size);
};
