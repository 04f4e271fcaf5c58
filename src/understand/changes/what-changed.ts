import type { PaperText } from '../../domain/paper-text.ts';
import { alignEqual } from './align.ts';
import { pairRewritten } from './pair-rewritten.ts';
import { type Passage, passages } from './passages.ts';
import { sameText, textKey } from './text-key.ts';
import { type WordRun, wordRuns } from './word-runs.ts';

/** A paragraph, heading, list item or table row where a paper says something else than before. */
export type Change =
  | { readonly kind: 'added'; readonly after: ChangePlace }
  | { readonly kind: 'removed'; readonly before: ChangePlace }
  | {
      readonly kind: 'changed';
      readonly before: ChangePlace;
      readonly after: ChangePlace;
      readonly runs: readonly WordRun[];
    };

export interface ChangePlace {
  /** As printed there: "2.1"; null where none is. It may be another one before and after. */
  readonly number: string | null;
  /** Without the number; cells of a table row are divided by " | ". */
  readonly text: string;
  /** The page of the PDF where it begins, from 1, and its printed label. */
  readonly page: number;
  readonly label: string | null;
}

/**
 * What a paper says differently from an earlier one, in reading order. What is equal but for its printed
 * number is not told; what moved is told as removed and added.
 */
export const whatChanged = (before: PaperText, after: PaperText): readonly Change[] => {
  // Also where a page break falls otherwise within a sentence.
  if (sameText(before, after)) return [];
  const old = passages(before);
  const young = passages(after);
  const ends = { before: old.length, after: young.length };
  const changes: Change[] = [];
  let from = { before: 0, after: 0 };
  for (const kept of [...alignEqual(keysOf(old), keysOf(young)), ends]) {
    const between = changesBetween(old.slice(from.before, kept.before), young.slice(from.after, kept.after));
    for (const change of between) changes.push(change);
    from = { before: kept.before + 1, after: kept.after + 1 };
  }
  return changes;
};

const keysOf = (list: readonly Passage[]): readonly string[] => list.map(({ text }) => textKey(text));

const changesBetween = (old: readonly Passage[], young: readonly Passage[]): readonly Change[] =>
  old.length === 0 && young.length === 0
    ? []
    : pairRewritten(old, young).map((step): Change => {
        if (step.kind === 'before') return { kind: 'removed', before: placeOf(step.before) };
        if (step.kind === 'after') return { kind: 'added', after: placeOf(step.after) };
        const { before, after } = step;
        return {
          kind: 'changed',
          before: placeOf(before),
          after: placeOf(after),
          runs: wordRuns(before.text, after.text),
        };
      });

const placeOf = ({ number, text, page, label }: Passage): ChangePlace => ({ number, text, page, label });
