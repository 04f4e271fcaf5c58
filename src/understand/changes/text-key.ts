import type { PaperText } from '../../domain/paper-text.ts';
import { passages } from './passages.ts';

/**
 * A normal form of a text: equal for texts that differ only in ligatures, white space, kinds of quotes and
 * dashes, or in how words are hyphenated. Case, figures, signs and other punctuation count.
 */
export const textKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032`\u00B4]/gu, "'")
    .replace(/[\u201C\u201D\u201E\u2033]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(BULLETS, ' ')
    .replace(/\s+/gu, ' ')
    // A hyphen between letters may be the author's or the end of a line; before a figure it may be a minus.
    .replace(/(?<=\p{L}) ?- ?(?=\p{L})/gu, '')
    // "12 5" and "1 25" are different figures: white space counts between digits and nowhere else.
    .replace(/(?<!\d) | (?!\d)/gu, '');

/** The normal form of a whole paper, without its page furniture. The caller may hash it. */
export const paperKey = (paper: PaperText): string =>
  textKey(
    passages(paper)
      .map((passage) => passage.whole)
      .join('\n'),
  );

/** Whether both are the same document, as far as their words tell. Papers without words are never the same. */
export const sameText = (one: PaperText, other: PaperText): boolean => {
  const key = paperKey(one);
  return key !== '' && key === paperKey(other);
};

/** Soft hyphens, joiners, marks of direction and of byte order. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;
/** Bullets as fonts draw them, also from the private area that Word's Symbol font uses. */
const BULLETS = /[\u2022\u00B7\u25CF\u25CB\u25AA\u25A0\u25E6\u2023\u2043\uE000-\uF8FF]/gu;
