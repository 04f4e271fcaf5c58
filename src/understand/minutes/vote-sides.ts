import { namesAtEnd, namesAtStart } from './name-run.ts';
import { splitSentences } from './sentences.ts';
import { isNameList, splitNames } from './split-names.ts';

export type VoteSide = 'for' | 'against' | 'abstained' | 'not-voting';

/** One side of a vote, as far as one place tells it. */
export interface SideVotes {
  readonly side: VoteSide;
  /** The number as printed; null where none is. */
  readonly count: number | null;
  readonly names: readonly string[];
  /** Whether it opens a list whose names stand below. */
  readonly listed: boolean;
}

const WHO = String.raw`(?:(?:the following )?(?:those|members|councillors|cllrs) )?(?:(?:who )?(?:voting|voted|votes?|recorded) )?`;
const SIDES = String.raw`for|in favour|in support|against|abstain(?:s|ed|ing)?|abstentions?|(?:did )?not vot(?:e|ing)|absent|ayes?|noes|nays|no vote|conflicts? of interests?`;
const WHAT = String.raw`(?: (?:from|on|of))?(?: voting)?(?: (?:the|this))?(?: (?:substantive|original|amended|revised))?(?: (?:motion|amendment|recommendations?|proposal|resolution|vote))?`;
const COUNT = String.raw`(?:\s?[(\[]\s?(\d{1,3})(?: votes?| members| councillors| cllrs)?\s?[)\]]|\s?[:–—-]\s?(\d{1,3})\b(?![./])|\s(\d{1,3})(?=\s?(?:$|[:;,.–-])))?`;
const AT_START = new RegExp(`^${WHO}(${SIDES})${WHAT}${COUNT}\\s?([:–—-]|votes?:)?\\s?`, 'i');
/** Within a line a side needs a capital and a mark, since prose is full of "for". */
const WITHIN =
  /(?<=[\s;.,)])(?=(?:Voting |Voted |Votes )?(?:For|FOR|In [Ff]avour|IN FAVOUR|Against|AGAINST|Abst[a-z]{3,7}|ABST[A-Z]{3,7}|Ayes|Noes|NOES|AYES|Not [Vv]oting|Did not vote|Absent|ABSENT)(?: the (?:motion|amendment))?\s?(?:[:(–-]|\d))/;

/** The sides that a line lists: "For (41)", "Against: Councillors A and B (2)"; none when it is no such line. */
export const listedSides = (text: string): readonly SideVotes[] => {
  const bare = text.replace(/^[([](?=\p{L})(.*)[)\]]\.?$/u, '$1');
  const [first = '', ...others] = bare.split(WITHIN);
  // "Voting was recorded as follows: For ..." opens with words of its own.
  const parts =
    listedSide(first.trim()) === null && /\bvot(?:e[ds]?|ing)\b/i.test(first) ? others : [first, ...others];
  const found: SideVotes[] = [];
  for (const part of parts) {
    const side = listedSide(part.trim());
    // A line that begins as something else is not a list of votes.
    if (side === null) return found;
    found.push(side);
  }
  return found;
};

/** "YES - 12", "NO (5)": in capitals and with their number. */
const YES_NO = /^(YES|NO)(?=(?: VOTES?)?\s?[:–—(-]\s?\d{1,3}\b)/;

const listedSide = (printed: string): SideVotes | null => {
  const text = printed.replace(YES_NO, (word) => (word === 'YES' ? 'For' : 'Against'));
  const found = AT_START.exec(text);
  if (found?.[1] === undefined) return null;
  const rest = text.slice(found[0].length).replace(/[\s;,.]{1,3}$/, '');
  // "For: (3) Councillors Ash, Birch and Cole".
  const ahead = /^\((\d{1,3})\)\s(?=\p{L})/u.exec(rest);
  const said = ahead === null ? rest : rest.slice(ahead[0].length);
  const behind =
    /[\s–-]{0,3}(?:\((?:total:? )?(\d{1,3})(?: votes?| members?| councillors?)?\)|total:? (\d{1,3})|[:=] (\d{1,3}))$/i.exec(
      said,
    );
  const list = behind === null ? said : said.slice(0, behind.index);
  const count = found[2] ?? found[3] ?? found[4] ?? ahead?.[1] ?? behind?.[1] ?? behind?.[2] ?? behind?.[3];
  const empty = /^(?:none|nil|0|no one|nobody)?$/i.test(list.trim());
  const marked = count !== undefined || found[5] !== undefined;
  if (!empty && !isNameList(list)) return null;
  // "For" alone is a list's heading; "Absent" alone may be anything.
  if (
    empty &&
    !marked &&
    list === '' &&
    !/^(?:for|against|abst\w{0,8}|in favour|vot\w{0,4} (?:for|against))\b.{0,30}$/i.test(text)
  )
    return null;
  return {
    side: sideOf(found[1]),
    count: count === undefined ? (/^(?:none|nil)$/i.test(list.trim()) ? 0 : null) : Number(count),
    names: splitNames(list).map(({ name }) => name),
    listed: true,
  };
};

const sideOf = (word: string): VoteSide => {
  if (/^(?:for|in favour|in support|aye)/i.test(word)) return 'for';
  if (/^(?:against|noes|nays)/i.test(word)) return 'against';
  return /^abst/i.test(word) ? 'abstained' : 'not-voting';
};

/** Dots that lead from names to their number: "Lee, Park ........ 2". */
export const withoutLeaders = (text: string): string =>
  text.replace(/[\s.…_]{4,80}\(?(\d{1,3})\)?$/, ' ($1)');

const VOTED = /\b(?:vot(?:ed|ing) (for|in favour|against)|(abstained|abstaining))\b/gi;
const RECORDED =
  /\b(?:votes? (?:cast )?|voting )?\b(for|in favour|against|abstentions?)\b.{0,100}\brecorded\b/i;

/** The sides that sentences tell: "Councillors A and B voted against and Councillor C abstained." */
export const toldSides = (text: string): readonly SideVotes[] =>
  /\b(?:vot(?:e[ds]?|ing)|abst)/i.test(text) ? splitSentences(text).flatMap(sentenceSides) : [];

const sentenceSides = (sentence: string): readonly SideVotes[] => {
  const verbs = [...sentence.matchAll(VOTED)].slice(0, 20);
  const recorded = RECORDED.exec(sentence);
  const opening = namesAtStart(sentence);
  if (
    recorded?.[1] !== undefined &&
    opening.names.length > 0 &&
    /^(?:\S+ ){0,6}?(?:asked|requested|wished|wanted)\b/i.test(opening.rest)
  ) {
    return [{ side: sideOf(recorded[1]), count: null, names: opening.names, listed: false }];
  }
  return verbs.flatMap((verb, at) => {
    const side = sideOf(verb[1] ?? verb[2] ?? '');
    const end = verbs[at + 1]?.index ?? sentence.length;
    const after = sentence.slice(verb.index + verb[0].length, end);
    const list = /^.{0,80}?:\s?(.*)$/.exec(after)?.[1];
    if (list !== undefined && (list === '' || namesAtStart(list).names.length > 0 || isNameList(list))) {
      return [{ side, ...countedList(list), listed: true }];
    }
    const last = verbs[at - 1];
    const before = sentence.slice(last === undefined ? 0 : last.index + last[0].length, verb.index);
    const names = namesBefore(before);
    const told = names.length === 0 ? [] : [{ side, count: null, names, listed: false }];
    return [...told, ...bareSides(after)];
  });
};

const countedList = (list: string): { readonly count: number | null; readonly names: readonly string[] } => {
  const count = /\((\d{1,3})\)\.?$/.exec(list.trim())?.[1];
  return {
    count: count === undefined ? null : Number(count),
    names: splitNames(list.replace(/\(\d{1,3}\)\.?$/, '')).map(({ name }) => name),
  };
};

/** "... voted for, Councillors D and E against": the second verb is left out. */
const bareSides = (after: string): readonly SideVotes[] =>
  [...after.matchAll(/\b(for|against)\b/gi)].slice(0, 5).flatMap(({ index, 1: word }) => {
    const names = namesBefore(after.slice(0, index));
    return names.length === 0 ? [] : [{ side: sideOf(word ?? ''), count: null, names, listed: false }];
  });

const namesBefore = (text: string): readonly string[] =>
  namesAtEnd(text.replace(/\b(?:had|having|have|each|all|both|who)\s?$/i, '').replace(/[\s,]{1,3}$/, ''))
    .names;
