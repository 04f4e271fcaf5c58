import { titleWithItem } from './minute-title.ts';
import { numberedTitles } from './numbered-titles.ts';
import { findDate } from './printed-date.ts';
import type { PrintedLine } from './printed-lines.ts';
import { isNameList } from './split-names.ts';

/** One minute: its title and the lines below it. */
export interface MinutePart {
  readonly number: string | null;
  readonly title: string;
  readonly itemNumber: string | null;
  readonly page: number;
  readonly body: readonly PrintedLine[];
  /** How it was found: a number is sure, a heading alone may be a heading within a minute. */
  readonly by: 'number' | 'item' | 'heading' | 'short line';
}

export interface MinutesParts {
  readonly head: readonly PrintedLine[];
  readonly minutes: readonly MinutePart[];
}

interface Start extends Omit<MinutePart, 'body' | 'page'> {
  readonly at: number;
  readonly lines: number;
}

const PART =
  /^(?:(?:un)?restricted (?:items?|business|session)|(?:exempt|confidential|public|private|open|closed) (?:items?|business|session|part)|part (?:one|two|three|i{1,3}|[1-3ab])\b.{0,60}|in (?:public|private)|section [1-3ab]\b.{0,60}|matters? (?:for|exempt).{0,60})(?:\s\(.{0,200}\))?:?$/i;
const HEAD =
  /^(?:[a-z]{1,2}\s?[:=–-]\s?(?:present|apologies|absent)\b|minutes\b|wards?\b|elected members\b|present\b|attendance\b|in attendance\b|also (?:present|in attendance)\b|apolog(?:y|ies)(?: for absence)?:|members\b|officers?\b|(?:date|time|venue|place|location|committee|chair|chairman|substitutes?|absent)\b:?|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|draft\b|public document pack)/i;
const BODY_NAME =
  /\b(?:council|committee|sub-committee|cabinet|panel|board|executive|forum|authority|commission|group|bench)$/i;

/** The lines above the first minute, and the minutes. Headings that only part the agenda belong to none. */
export const minutesParts = (lines: readonly PrintedLine[]): MinutesParts => {
  const kept = joinNumbers(lines.filter((line) => !isPartHeading(line)));
  const starts = findStarts(kept);
  const head = kept.slice(0, starts[0]?.at ?? kept.length);
  const minutes = starts.map(({ at, lines: taken, ...start }, order) => ({
    ...start,
    page: kept[at]?.page ?? 1,
    body: kept.slice(at + taken, starts[order + 1]?.at ?? kept.length),
  }));
  return { head, minutes };
};

/** A number on a line of its own and the title under it, as one line. */
const joinNumbers = (lines: readonly PrintedLine[]): readonly PrintedLine[] =>
  lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const below = lines[at + 1];
    if (isLoneNumber(line) && below !== undefined && takesNumber(line, below)) return [];
    if (above === undefined || !isLoneNumber(above) || !takesNumber(above, line)) return [line];
    return [
      { ...line, page: above.page, heading: true, text: `${above.text.replace(/\.$/, '')}. ${line.text}` },
    ];
  });

const isLoneNumber = (line: PrintedLine): boolean =>
  line.rows === null && line.label === null && /^\d{1,4}\.?$/.test(line.text);

const takesNumber = (number: PrintedLine, line: PrintedLine): boolean =>
  line.rows === null &&
  line.label === null &&
  line.page === number.page &&
  (line.heading || (number.text.endsWith('.') && line.text.length <= 150 && !/[.;:,]$/.test(line.text)));

const isPartHeading = (line: PrintedLine): boolean =>
  line.rows === null && line.label === null && line.text.length <= 300 && PART.test(line.text);

/** Where this many minutes have numbers, one without is one of the usual few. */
const FEW = 3;
const USUAL =
  /\b(?:apolog(?:y|ies)|declarations?|interests?|minutes|welcome|election|appointment|chair|announcements?|substitut\w+|attendance|public|questions|prayers|openings?|introductions?)\b/i;

const findStarts = (lines: readonly PrintedLine[]): readonly Start[] => {
  const numbered = numberedTitles(lines).map(({ at, number, title, itemNumber, lines, weight }): Start => ({
    at,
    number,
    title,
    itemNumber,
    lines,
    by: weight === 1 ? 'short line' : 'number',
  }));
  if (numbered.length >= 2 || numbered.some(({ itemNumber }) => itemNumber !== null)) {
    const before = headingStarts(lines, numbered[0]?.at ?? 0);
    return [...before.filter(({ title }) => numbered.length < FEW || USUAL.test(title)), ...numbered];
  }
  return headingStarts(lines, lines.length);
};

/** Titles without numbers: headings below the head of the paper, and lines above an "(Item 3)". */
const headingStarts = (lines: readonly PrintedLine[], end: number): readonly Start[] => {
  const starts: Start[] = [];
  for (let at = headLength(lines, end); at < end; at += 1) {
    const line = lines[at];
    if (line === undefined || line.rows !== null || line.text.length > 200) continue;
    const found = titleWithItem(line.text, lines, at);
    const isBelowPeople = /^minutes\s*:?$/i.test(line.text) && hasPeople(lines.slice(0, at));
    const isOwn = isHeading(line) || ((starts.length > 0 || isBelowPeople) && isMinutesTitle(line));
    const isTitle = found.itemNumber !== null ? line.label === null : isOwn;
    if (!isTitle || found.title === '') continue;
    const by = found.itemNumber === null ? 'heading' : 'item';
    starts.push({
      at,
      number: null,
      title: found.title.replace(/:$/, ''),
      itemNumber: found.itemNumber,
      lines: found.lines,
      by,
    });
    at += found.lines - 1;
  }
  // A heading right above another is the head of a group, or what is left of the paper's own title.
  return starts.filter((start, order) => start.at + start.lines !== (starts[order + 1]?.at ?? end));
};

const isHeading = (line: PrintedLine): boolean =>
  line.heading &&
  line.label === null &&
  !/[.;,]$/.test(line.text) &&
  !HEAD.test(line.text) &&
  !RESULT.test(line.text);

/** "Minutes of the meeting held on 9 January" heads the paper first, and then one of its minutes. */
const isMinutesTitle = (line: PrintedLine): boolean =>
  line.heading && line.label === null && /^minutes\b/i.test(line.text);

const RESULT = /^(?:it was )?(?:resolved|agreed|recommended|decision)\b|\b(?:carried|lost)\.?$/i;

const hasPeople = (lines: readonly PrintedLine[]): boolean =>
  lines.some(({ text }) => /^(?:members )?present\b/i.test(text));

/** A line of members' names, as it stands below "Present". */
const isPeople = (line: PrintedLine): boolean =>
  /^(?:councillors?|cllrs?)\b/i.test(line.text) && isNameList(line.text);

/** "County Councillors", above a table of their names; "Council Members Present". */
const isPeopleHeading = ({ heading, rows, text }: PrintedLine): boolean =>
  rows === null &&
  heading &&
  /^(?:(?:county|city|borough|district|town) )?(?:councillors|cllrs)\s?:?$|^.{0,40}\b(?:members|councillors) present\s?:?$/i.test(
    text,
  );

/** A day or a room in bold near the top is the paper's own head. */
const isWhenOrWhere = ({ heading, text }: PrintedLine, at: number): boolean =>
  heading && at < 10 && !/^\d{1,3}\.?\s\p{Lu}/u.test(text) && (findDate(text) !== null || PLACE.test(text));

const PLACE =
  /\b(?:council chamber|committee room|town hall|county hall|civic (?:centre|offices|suite|hall)|guildhall|shire hall|village hall)\b/i;

/** How many lines the head takes: up to the last label of its own ("PRESENT", "Date:") and what stands under it. */
const headLength = (lines: readonly PrintedLine[], end: number): number => {
  let last = -1;
  for (let at = 0; at < Math.min(end, 60); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.heading && /^minutes\s*:?$/i.test(line.text) && hasPeople(lines.slice(0, at))) break;
    if (
      HEAD.test(line.text) ||
      isPeople(line) ||
      isPeopleHeading(line) ||
      isWhenOrWhere(line, at) ||
      (at < 4 && line.heading && BODY_NAME.test(line.text))
    )
      last = at;
    else if (line.heading && last >= 0 && at - last > 1 && !HEAD.test(line.text)) break;
  }
  return last + 1;
};
