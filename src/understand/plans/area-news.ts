import { findDates, findStatus } from '../../domain/plan-progress.ts';
import { textKey } from '../changes/text-key.ts';
import type { AreaMatch } from './match-areas.ts';

/** What an area says that is new, in short: for each meeting its date or period, and words of its paper. */
export interface AreaNews {
  readonly name: string;
  readonly kind: 'new' | 'gone' | 'moved' | 'unmoved';
  /** One for each meeting that tells of the area, the earlier one first. */
  readonly lines: readonly NewsLine[];
}

export interface NewsLine {
  /** The meeting's date or period as it was given: "January 2016". */
  readonly label: string;
  /** Words of the paper, cut to a clause; at most 160 characters. */
  readonly said: string;
}

const LONGEST_SAID = 160;
/** A clause shorter than this says nothing by itself. */
const SHORTEST_CLAUSE = 15;
/** A paragraph of a plan has some ten sentences; beyond so many letters nobody looks for its point. */
const LONGEST_TEXT = 20_000;

/** What is new of an area between two meetings; `labels` are their dates or periods. */
export const areaNews = (
  match: AreaMatch,
  labels: { readonly before: string; readonly after: string },
): AreaNews => {
  if (match.kind === 'new') {
    return { name: match.after.name, kind: 'new', lines: newsLine(labels.after, match.after.text, '') };
  }
  if (match.kind === 'gone') {
    return { name: match.before.name, kind: 'gone', lines: newsLine(labels.before, match.before.text, '') };
  }
  const { before, after, moved } = match;
  const isMoved = moved.status !== null || moved.dates !== null || moved.text !== null;
  return {
    name: after.name,
    kind: isMoved ? 'moved' : 'unmoved',
    lines: isMoved
      ? [
          ...newsLine(labels.before, before.text, after.text),
          ...newsLine(labels.after, after.text, before.text),
        ]
      : newsLine(labels.after, after.text, ''),
  };
};

/** No line where the text says nothing that the other does not say. */
const newsLine = (label: string, text: string, other: string): readonly NewsLine[] => {
  const known = new Set(sentences(other).map(textKey));
  const fresh = sentences(text).filter((sentence) => !known.has(textKey(sentence)));
  const telling = first(fresh, saysStatus) ?? first(fresh, saysDate) ?? fresh[0];
  return telling === undefined ? [] : [{ label, said: cut(pointOf(telling)) }];
};

const sentences = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST_TEXT)
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"'“‘(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

const saysStatus = (words: string): boolean => findStatus(words) !== 'unknown';
const saysDate = (words: string): boolean => findDates(words).length > 0;

const first = (list: readonly string[], holds: (words: string) => boolean): string | undefined =>
  list.find((words) => holds(words));

/** The clause of a sentence that says where things stand, or the whole sentence where it is short. */
const pointOf = (sentence: string): string => {
  if (sentence.length <= LONGEST_SAID) return bare(sentence);
  const clauses = sentence.split(/[,;]\s+/u).filter((clause) => clause.length >= SHORTEST_CLAUSE);
  return bare(first(clauses, saysStatus) ?? first(clauses, saysDate) ?? sentence);
};

const bare = (words: string): string =>
  words
    .replace(/^(?:and|but|although|though|however|which)\s+/iu, '')
    .replace(/[\s.,;:]+$/u, '')
    .trim();

const cut = (words: string): string => {
  if (words.length <= LONGEST_SAID) return words;
  const short = words.slice(0, LONGEST_SAID - 1);
  const end = short.lastIndexOf(' ');
  return `${short.slice(0, end > 0 ? end : short.length).trimEnd()}…`;
};
