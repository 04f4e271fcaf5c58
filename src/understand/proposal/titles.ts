/** A title as it is compared: without case, accents, punctuation and a file's ending. */
export const plainTitle = (title: string): string =>
  title
    .replace(/\.(?:pdf|docx?|txt|html?)$/iu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How far two titles share their words: 0 for none, 1 for all. Small words count as little as they say. */
export const titleLikeness = (one: string, other: string): number => {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size);
};

const small = new Set(['a', 'and', 'for', 'in', 'of', 'on', 'report', 'the', 'to']);

const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    plainTitle(title)
      .split(' ')
      .filter((word) => word !== '' && !small.has(word)),
  );
