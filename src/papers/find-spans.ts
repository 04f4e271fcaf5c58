/**
 * The places of the pieces of a page's text that hold the words, in order; none where they do not stand there in one
 * run. Spaces and punctuation do not count: a page breaks its text into pieces wherever it likes.
 */
export const findSpans = (pieces: readonly string[], words: string): readonly number[] => {
  const sought = bare(words);
  if (sought === '') return [];
  const owners: number[] = [];
  let text = '';
  for (const [at, piece] of pieces.entries()) {
    const letters = bare(piece);
    text += letters;
    for (let place = 0; place < letters.length; place += 1) owners.push(at);
  }
  const begin = text.indexOf(sought);
  return begin === -1 ? [] : [...new Set(owners.slice(begin, begin + sought.length))];
};

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
