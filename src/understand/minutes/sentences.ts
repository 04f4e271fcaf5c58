/** Words that end in a full stop without ending a sentence. */
const SHORT =
  /(?:^|[\s(])(?:mr|mrs|ms|miss|dr|cllr|cllrs|rev|revd|hon|prof|st|no|nos|p|pp|para|paras|approx|e\.g|i\.e|\p{L})$/iu;

/** The sentences of a text. An initial ("J. Smith") or a title ("Mr. Smith") does not end one. */
export const splitSentences = (text: string): readonly string[] => {
  const sentences: string[] = [];
  let start = 0;
  for (const found of text.matchAll(/[.?!]["”’)]{0,2}\s{1,9}(?=[\p{Lu}\d“"(])/gu)) {
    const before = text.slice(Math.max(start, found.index - 10), found.index);
    if (found[0].startsWith('.') && SHORT.test(before)) continue;
    sentences.push(text.slice(start, found.index + found[0].length).trim());
    start = found.index + found[0].length;
  }
  const rest = text.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
};

/** At most 300 characters of what a fact was read from. */
export const quoteOf = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);
