import type { RecordedVote } from '../../domain/understood.ts';
import type { PrintedLine } from './printed-lines.ts';
import { resolutionText } from './resolutions.ts';
import { quoteOf } from './sentences.ts';
import { isNameList, splitNames } from './split-names.ts';
import { listedSides, type SideVotes, toldSides, type VoteSide, withoutLeaders } from './vote-sides.ts';
import { tableSides } from './vote-table.ts';
import { readResult, readTally, type Tally, type ToldResult } from './vote-tally.ts';

/** A vote while its lines are being read. */
interface Draft {
  readonly title: string;
  readonly names: Record<VoteSide, string[]>;
  readonly counts: Record<VoteSide, number | null>;
  /** The sides that were headings of lists: their numbers must be the names'. */
  readonly listed: Set<VoteSide>;
  readonly seen: Set<VoteSide>;
  tally: Tally | null;
  /** The side whose names may go on in the next line. */
  current: VoteSide | null;
  /** Lines since its last. */
  waited: number;
  result: RecordedVote['result'];
}

interface Reading {
  readonly title: string;
  readonly votes: RecordedVote[];
  open: Draft | null;
  intro: string | null;
  /** The result that the line above told alone, which prose may tell again. */
  told: ToldResult | null;
}

const ABOUT = /\b(?:motion|amendment|recommendations?|proposal|proposed|put to the vote|vote|voting)\b/i;
const INTRODUCES = /\b(?:seconded|moved|voting|voted?|motion|amendment|recommendations?)\b/i;
/** A shorter line is a result or a heading of names. */
const SENTENCE = 40;
/** A result stands this close below its lists. */
const NEAR = 4;
const MOST_VOTES = 500;

/** The votes of a minute in its order: with names, with numbers, or as a result alone. */
export const readVotes = (lines: readonly PrintedLine[], title: string): readonly RecordedVote[] => {
  const reading: Reading = { title, votes: [], open: null, intro: null, told: null };
  for (const printed of lines.flatMap(withoutOutcome)) {
    const line = printed.rows === null ? { ...printed, text: withoutLeaders(printed.text) } : printed;
    if (reading.votes.length >= MOST_VOTES) break;
    readLine(reading, line);
  }
  close(reading);
  return reading.votes;
};

const OUTCOME =
  /\s((?:(?:Substantive|Original|Amended) )?(?:Motion|Amendment) (?:not )?(?:carried|lost)\.?)$/i;
const LONGEST_OUTCOME = 60;

/** "Mr Ash, Ms Birch Motion lost.": a result that was set to the right of names or prose becomes a line of its own. */
const withoutOutcome = (line: PrintedLine): readonly PrintedLine[] => {
  const tail = Math.max(0, line.text.length - LONGEST_OUTCOME);
  const found = line.rows === null ? OUTCOME.exec(line.text.slice(tail)) : null;
  if (found?.[1] === undefined || !/^\p{Lu}/u.test(found[1])) return [line];
  const text = line.text.slice(0, tail + found.index).trim();
  if (!/[.”"]$/.test(text) && listedSides(text).length === 0 && !isNameList(text)) return [line];
  return [
    { ...line, text },
    { ...line, heading: false, label: null, text: found[1] },
  ];
};

const readLine = (reading: Reading, line: PrintedLine): void => {
  const sides = sidesOf(line);
  if (sides.length > 0) {
    for (const side of sides) addSide(reading, side, line.text);
    takeOutcome(reading, line);
    return;
  }
  const total = /^total(?: votes?)?\s?[:=–-]?\s?\(?(\d{1,3})\)?$/i.exec(line.text)?.[1];
  if (total !== undefined && reading.open !== null && reading.open.current !== null) {
    reading.open.counts[reading.open.current] ??= Number(total);
    return;
  }
  // "Councillors:" above the names of a side.
  if (reading.open !== null && reading.open.current !== null && NAMES_FOLLOW.test(line.text)) return;
  if (goesOn(reading.open, line)) {
    addNames(reading.open, namesText(line));
    return;
  }
  if (!takeOutcome(reading, line)) waitOn(reading, line);
};

const NAMES_FOLLOW = /^(?:the following )?(?:councillors|cllrs|members)\s?:?$/i;

/** The words of a line; of a table its cells, each for itself. */
const namesText = (line: PrintedLine): string =>
  line.rows === null ? line.text : line.rows.flat().join('\n').replace(/\n+/g, ', ').replace(/:, /g, ': ');

const sidesOf = (line: PrintedLine): readonly SideVotes[] => {
  if (line.rows !== null) return tableSides(line.rows);
  const listed = listedSides(line.text);
  return listed.length > 0 ? listed : toldSides(line.text);
};

/** Takes a result or numbers from a line; false when it tells neither. */
const takeOutcome = (reading: Reading, line: PrintedLine): boolean => {
  if (line.rows !== null) return false;
  const told = readResult(line.text, reading.open !== null && reading.open.result === null);
  const tally = told !== null || ABOUT.test(line.text) ? readTally(line.text) : null;
  if (told === null && tally === null) return false;
  // "Amendment lost." and "The amendment was therefore lost." are one result.
  if (tally === null && told !== null && isTold(reading.told, told)) return true;
  if (told !== null && reading.open !== null && reading.open.result !== null) close(reading);
  if (tally !== null) openVote(reading, line.text).tally ??= tally;
  if (told !== null) takeResult(reading, line, told);
  return true;
};

/** A result ends its vote, unless it is a sentence that lists may follow: "was carried, the voting being as follows". */
const takeResult = (reading: Reading, line: PrintedLine, told: ToldResult): void => {
  const open = openVote(reading, line.text);
  open.result = told.result;
  reading.told = told;
  if (open.seen.size > 0 || !/\b(?:was|were|being|declared)\b/i.test(line.text)) close(reading);
};

const isTold = (before: ToldResult | null, told: ToldResult): boolean =>
  before !== null &&
  before.result === told.result &&
  (before.subject === told.subject || before.subject === null || told.subject === null);

/** A line of another kind: a vote waits for its result, but not for ever. */
const waitOn = (reading: Reading, line: PrintedLine): void => {
  reading.told = null;
  if (reading.open !== null) {
    reading.open.waited += 1;
    reading.open.current = null;
    const isDone = reading.open.result !== null || reading.open.waited > NEAR;
    if (isDone || resolutionText(line) !== null) close(reading);
  }
  if (INTRODUCES.test(line.text) && resolutionText(line) === null) reading.intro = line.text;
};

/** Its title is what introduced it: a line above, else the words of its own line, else the minute's title. */
const openVote = (reading: Reading, line: string): Draft => {
  const own = line.length >= SENTENCE && INTRODUCES.test(line) ? line : null;
  reading.open ??= {
    title: quoteOf(reading.intro ?? own ?? reading.title),
    names: { for: [], against: [], abstained: [], 'not-voting': [] },
    counts: { for: null, against: null, abstained: null, 'not-voting': null },
    listed: new Set(),
    seen: new Set(),
    tally: null,
    current: null,
    waited: 0,
    result: null,
  };
  return reading.open;
};

const addSide = (reading: Reading, { side, count, names, listed }: SideVotes, line: string): void => {
  // The same side again is another vote.
  if (reading.open?.seen.has(side) === true) close(reading);
  const draft = openVote(reading, line);
  draft.seen.add(side);
  draft.counts[side] = count;
  draft.names[side].push(...names);
  if (listed) draft.listed.add(side);
  draft.current = listed ? side : null;
  draft.waited = 0;
};

const goesOn = (open: Draft | null, line: PrintedLine): open is Draft => {
  if (open === null || open.current === null || line.heading) return false;
  const count = open.counts[open.current];
  if (count !== null && open.names[open.current].length >= count) return false;
  return isNameList(
    namesText(line)
      .replace(/^(?:councillors|cllrs|members):\s/i, '')
      .replace(/\(\d{1,3}\)\.?$/, ''),
  );
};

const addNames = (open: Draft, text: string): void => {
  if (open.current === null) return;
  const count = /\((\d{1,3})\)\.?$/.exec(text)?.[1];
  open.names[open.current].push(
    ...splitNames(text.replace(/^(?:councillors|cllrs|members):\s/i, '').replace(/\(\d{1,3}\)\.?$/, '')).map(
      ({ name }) => name,
    ),
  );
  if (count !== undefined) open.counts[open.current] ??= Number(count);
  open.waited = 0;
};

const close = (reading: Reading): void => {
  const { open } = reading;
  reading.open = null;
  if (open === null) return;
  reading.intro = null;
  const { names } = open;
  reading.votes.push({
    title: open.title,
    for: names.for,
    against: names.against,
    abstained: names.abstained,
    counted: counted(open),
    result: open.result,
    doubt: disagrees(open) ? 'disagrees' : null,
  });
};

/** Numbers as printed. A side that a list of names leaves out, or that has no number, counts its names. */
const counted = ({ counts, tally, names }: Draft): RecordedVote['counted'] => {
  const printed = (side: keyof Tally): number | null => counts[side] ?? tally?.[side] ?? null;
  const any = printed('for') !== null || printed('against') !== null;
  if (!any) return null;
  return {
    for: printed('for') ?? names.for.length,
    against: printed('against') ?? names.against.length,
    abstained: printed('abstained') ?? names.abstained.length,
  };
};

const disagrees = ({ names, counts, tally, listed }: Draft): boolean => {
  const sides = ['for', 'against', 'abstained'] as const;
  if (sides.every((side) => names[side].length === 0)) return false;
  return sides.some((side) => {
    const named = names[side].length;
    if (counts[side] !== null && counts[side] !== named) return true;
    // A sentence may count those whom no list names.
    return tally !== null && tally[side] !== null && tally[side] !== named && (named > 0 || listed.has(side));
  });
};
