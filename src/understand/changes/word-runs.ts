import { diffArrays } from 'diff';

/** A run of words in a changed text, in reading order. */
export interface WordRun {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many edits the whole text counts as written anew. */
const MOST_EDITS = 1500;
/** A word, a figure with its points and slashes ("334.7", "29/1/16"), or one mark; with the space behind it. */
const TOKEN = /(?:[\p{L}\p{M}\p{N}]+(?:[.,:/'-][\p{L}\p{M}\p{N}]+)*|[^\p{L}\p{M}\p{N}]) ?/gu;

/**
 * What became of a text, word by word. Kept and removed runs make the text before, kept and added ones the
 * text after, white space and kinds of quotes, dashes and ligatures aside.
 */
export const wordRuns = (before: string, after: string): readonly WordRun[] => {
  const one = tokens(before);
  const other = tokens(after);
  const parts = diffArrays([...one], [...other], {
    maxEditLength: MOST_EDITS,
    comparator: (left, right) => left.trimEnd() === right.trimEnd(),
  }) ?? [
    { value: one, removed: true, added: false },
    { value: other, removed: false, added: true },
  ];
  return parts
    .map(({ value, added, removed }): WordRun => {
      const kind = added ? 'added' : 'kept';
      return { kind: removed ? 'removed' : kind, text: value.join('') };
    })
    .filter(({ text }) => text !== '');
};

const tokens = (text: string): readonly string[] => plainMarks(text).match(TOKEN) ?? [];

/** Marks that programs change of their own accord are nobody's change. */
const plainMarks = (text: string): string =>
  text
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/gu, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201C\u201D]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
