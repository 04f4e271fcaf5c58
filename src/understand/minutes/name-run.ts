import { isTitleWord, withoutPlural } from './name-words.ts';
import { splitNames } from './split-names.ts';

/** Names at one end of a sentence, and the rest of it. */
export interface NameRun {
  readonly names: readonly string[];
  readonly rest: string;
}

const SMALL = /^(?:and|&|de|van|von|der|den|du|da|di|le|la|al|el|bin|ap|ab|y),?$/;
/** Nobody's vote or interest takes more words. */
const LONGEST_RUN = 900;

/** The people that a sentence opens with; none unless it opens with somebody's title or with "Councillors". */
export const namesAtStart = (sentence: string): NameRun => {
  const none = { names: [], rest: sentence };
  const opening = sentence.trim();
  const bare = withoutPlural(opening);
  if (bare === opening && !isTitleWord(opening.split(' ', 1)[0] ?? '')) return none;
  const words = opening.split(' ');
  let taken = 0;
  let depth = 0;
  while (taken < words.length && taken < LONGEST_RUN) {
    const word = words[taken] ?? '';
    if (depth === 0 && taken > 0 && !isRunWord(word) && !word.startsWith('(')) break;
    depth = Math.max(0, depth + count(word, '(') - count(word, ')'));
    taken += 1;
    if (depth === 0 && endsRun(word)) break;
  }
  const names = splitNames(
    words
      .slice(0, taken)
      .join(' ')
      .replace(/[:;–-]$/, ''),
  ).map(({ name }) => name);
  return names.length === 0 ? none : { names, rest: words.slice(taken).join(' ') };
};

/** The people whose names stand right before the end of a text ("... the Chair, Mr Lee and Ms Park"), and what is before. */
export const namesAtEnd = (text: string): NameRun => {
  const all = text.trim().split(' ');
  const words = all.slice(-LONGEST_RUN);
  let first = words.length;
  let depth = 0;
  while (first > 0) {
    const word = words[first - 1] ?? '';
    if (depth === 0 && first < words.length && endsRun(word)) break;
    if (depth === 0 && !isRunWord(word) && !word.endsWith(')') && !word.endsWith('),')) break;
    depth = Math.max(0, depth + count(word, ')') - count(word, '('));
    first -= 1;
  }
  // "Budget Report, Councillor Lee": what comes before the first title is no name.
  const start =
    first +
    Math.max(
      0,
      words.slice(first).findIndex((word) => isTitleWord(word)),
    );
  const names = splitNames(words.slice(start).join(' ')).map(({ name }) => name);
  return { names, rest: all.slice(0, Math.max(0, all.length - LONGEST_RUN) + start).join(' ') };
};

const count = (word: string, mark: string): number => word.split(mark).length - 1;

const isRunWord = (word: string): boolean =>
  SMALL.test(word) ||
  (/^[\p{Lu}'’]/u.test(word) && !/\d/.test(word)) ||
  /^(?:councillors?|cllrs?)$/i.test(word);

/** "Smith;" and "reported." end a list; "J." does not. */
const endsRun = (word: string): boolean =>
  /[;:]$/.test(word) || (/\p{L}{3}\.$/u.test(word) && !isTitleWord(word));
