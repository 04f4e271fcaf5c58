import { shareOf, wordsOf } from './how-alike.ts';

/** One step through two lists: a pair of one text before and after, or one of them alone. */
export type Step<T> =
  | { readonly kind: 'pair'; readonly before: T; readonly after: T }
  | { readonly kind: 'before'; readonly before: T }
  | { readonly kind: 'after'; readonly after: T };

/** From this share of common words on, one text is the other rewritten. */
const REWRITTEN = 0.5;
/** Lists are compared all against all in stretches of this length. */
const STRETCH = 100;

/** Which texts of `after` are texts of `before` rewritten, in the order of both. */
export const pairRewritten = <T extends { readonly text: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly Step<T>[] => {
  const longest = Math.max(before.length, after.length);
  const count = Math.max(1, Math.ceil(longest / STRETCH));
  return Array.from({ length: count }, (_, at) =>
    pairStretch(stretch(before, at, count), stretch(after, at, count)),
  ).flat();
};

const stretch = <T>(list: readonly T[], at: number, count: number): readonly T[] =>
  list.slice(Math.floor((at * list.length) / count), Math.floor(((at + 1) * list.length) / count));

const pairStretch = <T extends { readonly text: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly Step<T>[] => {
  const likeness = likenesses(before, after);
  const best = bestSums(before.length, after.length, likeness);
  const steps: Step<T>[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const young = after[column];
    const alike = likeness[row]?.[column] ?? 0;
    const sum = best[row]?.[column] ?? 0;
    if (
      old !== undefined &&
      young !== undefined &&
      alike > 0 &&
      sum === alike + (best[row + 1]?.[column + 1] ?? 0)
    ) {
      steps.push({ kind: 'pair', before: old, after: young });
      row += 1;
      column += 1;
    } else if (old !== undefined && (young === undefined || sum === (best[row + 1]?.[column] ?? 0))) {
      steps.push({ kind: 'before', before: old });
      row += 1;
    } else if (young !== undefined) {
      steps.push({ kind: 'after', after: young });
      column += 1;
    }
  }
  return steps;
};

/** The share of common words where it is enough for a pair, else 0. */
const likenesses = (
  before: readonly { readonly text: string }[],
  after: readonly { readonly text: string }[],
): readonly (readonly number[])[] => {
  const words = after.map(({ text }) => new Set(wordsOf(text)));
  return before.map(({ text }) => {
    const own = new Set(wordsOf(text));
    return words.map((other) => {
      const share = shareOf(own, other);
      return share < REWRITTEN ? 0 : share;
    });
  });
};

/** For each place, the most likeness that can still be gathered from there to the ends. */
const bestSums = (
  rows: number,
  columns: number,
  likeness: readonly (readonly number[])[],
): readonly (readonly number[])[] => {
  const sums: number[][] = Array.from({ length: rows + 1 }, () => Array<number>(columns + 1).fill(0));
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const alike = likeness[row]?.[column] ?? 0;
      const paired = alike === 0 ? 0 : alike + (sums[row + 1]?.[column + 1] ?? 0);
      const line = sums[row];
      if (line !== undefined) {
        line[column] = Math.max(paired, sums[row + 1]?.[column] ?? 0, line[column + 1] ?? 0);
      }
    }
  }
  return sums;
};
