/** The numbers of a vote; null where one is not told. */
export interface Tally {
  readonly for: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
}

const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = String.raw`(\d{1,3}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const BEFORE = new RegExp(
  String.raw`\b${NUMBER} (?:votes? |members? |councillors? )?(?:(?:voted|voting|were|in) ){0,2}(for|favour|against|abstain\w{0,4}|abstentions?)\b`,
  'gi',
);
const BEHIND = /\b(for|in favour|against|abstain\w{0,4}|abstentions?)\s?(?:[:=–-]\s?|\(\s?)(\d{1,3})\b/gi;
const TO = /\bby (\d{1,3})(?: votes?)? to (\d{1,3})\b/i;

/** "12 votes for, 5 against and 1 abstention", "by 12 votes to 5"; null when a text tells no vote. */
export const readTally = (text: string): Tally | null => {
  const tally: Record<keyof Tally, number | null> = { for: null, against: null, abstained: null };
  for (const [, number = '', side = ''] of [...text.matchAll(BEFORE)].slice(0, 12))
    tally[key(side)] ??= toNumber(number);
  for (const [, side = '', number = ''] of [...text.matchAll(BEHIND)].slice(0, 12))
    tally[key(side)] ??= toNumber(number);
  const to = TO.exec(text);
  if (to !== null) {
    tally.for ??= Number(to[1]);
    tally.against ??= Number(to[2]);
  }
  const told = Object.values(tally).filter((count) => count !== null).length;
  return told < 2 || tally.for === null ? null : tally;
};

const key = (word: string): keyof Tally => {
  if (/^(?:for|favour|in favour)$/i.test(word)) return 'for';
  return /^against$/i.test(word) ? 'against' : 'abstained';
};

const toNumber = (word: string): number => {
  const small = SMALL.indexOf(word.toLowerCase());
  return small < 0 ? Number(word) : small;
};

const SUBJECT = String.raw`(?:motion|amendment|proposal|recommendation|vote|alternative|addendum)s?`;
const BETWEEN = String.raw`(?:,? (?:was|were|is|being|therefore|then|thereupon|duly|accordingly|unanimously|declared|put(?: to the (?:vote|meeting))?|and|to be|as amended|set out above|not)){0,7}`;
const OUTCOME = String.raw`(carried|lost|defeated|fell|rejected|passed)`;
/** A line that is nothing else: "Substantive Motion carried." */
const LINE = new RegExp(
  String.raw`^\(?(?:[\p{L}\d'’“"”-]{1,30} ){0,7}?${SUBJECT}(?: \d{1,2}| [A-Z])?${BETWEEN}[\s:–-]{1,3}(not )?${OUTCOME}(?: unanimously| nem\.? con\.?| by .{0,60}| \(.{0,60}\))?\)?[.!]?$`,
  'iu',
);
const BARE = /^\(?(not )?(carried|lost|defeated)(?: unanimously| nem\.? con\.?)?\)?\.?$/i;
const SENTENCE = new RegExp(
  String.raw`\b${SUBJECT}\b[^.;]{0,120}?\b(?:was|were|being)${BETWEEN} ${OUTCOME}\b`,
  'i',
);
const UNSURE =
  /\b(?:if|whether|until|unless|would|should|could|had been|at (?:its|the) (?:last|previous) meeting)\b/i;

/** "3 for, 1 against. Carried." */
const AT_END = /[.;:–-]\s(?:(?:motion|proposal|amendment)\s)?(carried|lost|defeated|passed)\.?$/i;

/** What came out, and of what: "motion", "substantive motion". */
export interface ToldResult {
  readonly result: 'carried' | 'lost';
  readonly subject: string | null;
}

/** What a line says came out: "Amendment lost.", "the motion was declared CARRIED"; null when it says nothing. */
export const readResult = (text: string, inVote: boolean): ToldResult | null => {
  const line = text.length <= 160 ? (LINE.exec(text) ?? (inVote ? BARE.exec(text) : null)) : null;
  if (line !== null) {
    const negated = line[1] !== undefined || /\bnot (?:carried|passed)/i.test(text);
    return { result: outcome(line[2] ?? '', negated), subject: subjectOf(text) };
  }
  const last = text.length <= 600 && readTally(text) !== null ? AT_END.exec(text)?.[1] : undefined;
  if (last !== undefined) return { result: outcome(last, false), subject: null };
  const told = SENTENCE.exec(text.slice(0, 4000));
  if (told?.[1] === undefined) return null;
  const before = text.slice(Math.max(0, told.index - 40), told.index);
  if (UNSURE.test(before + told[0])) return null;
  const negated = /\bnot$/i.test(told[0].slice(0, -told[1].length).trim());
  return { result: outcome(told[1], negated), subject: subjectOf(before + told[0]) };
};

const subjectOf = (text: string): string | null =>
  /(?:substantive )?(?:motion|amendment)/i.exec(text)?.[0].toLowerCase() ?? null;

const outcome = (word: string, negated: boolean): 'carried' | 'lost' =>
  /^(?:carried|passed)$/i.test(word) !== negated ? 'carried' : 'lost';
