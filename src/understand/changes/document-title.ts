/** What a document's title says, without what a reissue changes in it. */
export interface TitleKey {
  /** Words in lower case, divided by one space. */
  readonly words: string;
  /** "appendix b", "annex 2": parts that tell documents of one report apart, in order. */
  readonly parts: string;
}

/** Titles of one document, cut short in one of them, share at least so many characters. */
const SHORTEST_CUT = 30;
const LONGEST_TITLE = 500;

const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|sept|september|october|november|december)';
/** "Jan 2025", "21 January 2025", "21.01.25" where they follow a word such as "updated". */
const DATE = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?${MONTH}(?: \d{4})?)`;
const ISSUE = String.raw`(?:re-?issued?|updated|revised|revision|amended|corrected|replacement|superseding)`;
const REISSUED = new RegExp(String.raw`\b${ISSUE}(?: version)?(?: (?:on )?${DATE})?(?![\p{L}\p{N}])`, 'gu');
const OTHER_MARKS =
  /\b(?:supplementary|supplement|final|draft|clean copy|copy|late(?: paper| item)?|to follow|version \d{1,2}(?:\.\d{1,2})?|v ?\d{1,2}(?:\.\d{1,2})?)\b/gu;
const PART =
  /\b(?:(appendix|annexe?|enclosure|attachment)(?:\.? ([a-z]|[a-z]?\d{1,3}[a-z]?))?|(part|schedule|enc)\.? ([a-z]|[a-z]?\d{1,3}[a-z]?))(?![\p{L}\p{N}])/gu;

/**
 * The title without file ending, item number and marks of a later issue ("Updated Jan 2025", "v2", "FINAL",
 * "_1"). A title that is made of nothing else keeps its words.
 */
export const titleKey = (title: string): TitleKey => {
  const plain = title
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\.(?:pdf|docx?|rtf|odt|xlsx?|pptx?)$/u, '')
    // "_1" is how a second file of one name is stored; other underlines stand for spaces.
    .replace(/(?:_\d{1,2}| ?\(\d{1,2}\))$/u, '')
    .replace(/[\s_]+/gu, ' ')
    .trim();
  const bare = plain
    .replace(/^(?:agenda )?item (?:no\.? )?\d{1,3}[a-z]?(?![\p{L}\p{N}])/u, '')
    .replace(REISSUED, ' ')
    .replace(OTHER_MARKS, ' ');
  const words = wordsOnly(bare) || wordsOnly(plain);
  const parts = [...plain.matchAll(PART)].map(
    // "Annex" and "annexe", "enc" and "enclosure" are one.
    ([, kind = '', mark = '', other = '', otherMark = '']) =>
      `${(kind + other).slice(0, 3)} ${mark}${otherMark}`,
  );
  return { words, parts: parts.join(', ') };
};

/** References are written with and without their strokes: "24/00109", "24-00109", "2400109". */
const wordsOnly = (text: string): string =>
  text
    .replace(/(?<=\d)[/.-](?=\d)/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** How two titles stand to each other; `cut` when one is the beginning of the other. */
export const compareTitles = (
  one: TitleKey,
  other: TitleKey,
): 'equal' | 'cut' | 'other-part' | 'different' => {
  if (one.parts !== other.parts) return 'other-part';
  if (one.words === '' || other.words === '') return 'different';
  if (one.words === other.words) return 'equal';
  const [short, long] =
    one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words];
  return short.length >= SHORTEST_CUT && long.startsWith(short) ? 'cut' : 'different';
};
