import type { RecordedVote } from '../../domain/understood.ts';

const MOST_NAMES = 300;
const SIDE = /\b(for|against|abstain(?:ed|ing)?|abstentions?|in favour)\b\s*(?=[:(\-–]|\d)/giu;

/** A row of a page's table of recorded votes. */
export interface VoteRow {
  readonly title: string;
  /** "For: 5, Against: 3", with or without names; often empty. */
  readonly text: string;
  readonly result: string;
}

/** A recorded vote with the names and numbers that its row gives. */
export const readVote = ({ title, text, result }: VoteRow): RecordedVote => {
  const sides = { for: noSide(), against: noSide(), abstained: noSide() };
  const marks = [...text.slice(0, 20_000).matchAll(SIDE)];
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.index ?? text.length;
    sides[sideOf(mark[1] ?? '')] = readSide(text.slice(mark.index + mark[0].length, end));
  }
  const { for: yes, against: no, abstained } = sides;
  return {
    title,
    for: yes.names,
    against: no.names,
    abstained: abstained.names,
    counted:
      yes.count === null || no.count === null
        ? null
        : { for: yes.count, against: no.count, abstained: abstained.count ?? 0 },
    result: readResult(result),
    doubt: [yes, no, abstained].some(differs) ? 'disagrees' : null,
  };
};

interface Side {
  readonly names: readonly string[];
  readonly count: number | null;
}

const noSide = (): Side => ({ names: [], count: null });

const sideOf = (word: string): 'for' | 'against' | 'abstained' => {
  const lower = word.toLowerCase();
  if (lower.startsWith('abst')) return 'abstained';
  return lower === 'against' ? 'against' : 'for';
};

const readSide = (text: string): Side => {
  const count = /\b(\d{1,4})\b/u.exec(text)?.[1];
  const names = text
    .replaceAll(/[()[\]:;\d]/gu, ' , ')
    .split(/,|\band\b|&/u)
    .map((name) => name.replace(/^[\s–-]+/u, '').replace(/[\s.–-]+$/u, ''))
    .filter((name) => /\p{L}{2}/u.test(name) && !/^(?:votes?|members?|councillors?|none|nil)$/iu.test(name));
  return { names: names.slice(0, MOST_NAMES), count: count === undefined ? null : Number(count) };
};

const differs = ({ names, count }: Side): boolean =>
  count !== null && names.length > 0 && names.length !== count;

const readResult = (text: string): RecordedVote['result'] => {
  if (/\b(?:lost|not carried|defeated|rejected|fell|not agreed|refused)\b/iu.test(text)) return 'lost';
  return /\b(?:carried|agreed|passed|approved|won)\b/iu.test(text) ? 'carried' : null;
};
