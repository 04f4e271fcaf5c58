/** A name without what is put before and after it: "Sir Paul Cadwell, CBE" is "paul cadwell". */
export const plainName = (name: string): string => wordsOf(name).join(' ');

/** The last word of a name, as `plainName` has it; empty for a name without words. */
export const surname = (name: string): string => wordsOf(name).at(-1) ?? '';

/** Whether two names may be of one person: the same surname, and one has only the first letter of the other's first name. */
export const mayBeOne = (one: string, other: string): boolean => {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const [first = '', second = ''] = [left[0], right[0]];
  if (left.length < 2 || right.length < 2 || left.at(-1) !== right.at(-1)) return false;
  const isShort = first.length === 1 || second.length === 1;
  return isShort && first[0] === second[0];
};

const before =
  /^(?:(?:the|rt|right|hon|honourable|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|baroness|prof|professor|rev|revd|reverend|cllr|councillor|county|alderman|canon|fr)\.?\s+)+/iu;
const after = /^(?:cbe|obe|mbe|kbe|dbe|mp|jp|qc|kc|bem|dl|td|qpm|ba|ma|phd|frsa|cc)$/u;

const wordsOf = (name: string): readonly string[] => {
  const words = (name.replace(/\([^)]*\)/gu, ' ').split(',')[0] ?? '')
    .trim()
    .replace(before, '')
    .normalize('NFKD')
    .replace(/[\p{M}'\u2019]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  // Letters behind a name, never the name itself.
  while (words.length > 2 && after.test(words.at(-1) ?? '')) words.pop();
  return words;
};
