import type { Fact } from '../../domain/understood.ts';
import { bareName, type NamedMeeting } from './file-name.ts';
import { factAt } from './paper.ts';
import { printedDates } from '../when/printed-dates.ts';
import { shoutedName } from '../when/shouted-name.ts';
import type { SheetLine } from './sheet-lines.ts';

interface Candidate {
  readonly name: string;
  readonly line: SheetLine;
  readonly weight: number;
}

const BODY =
  /\b(?:(?:sub-?\s?)?committees?|board|cabinet|council|panel|forum|executive|commission|authority|assembly|partnership|working (?:group|party)|hearing|group|court|conference)\b/i;
const PUBLISHER =
  /^.{2,60}\b(?:county|city|borough|district|town|parish|metropolitan|community|unitary|combined)?\s?(?:council|authority)$/i;
const SENTENCE =
  /\b(?:will|is|are|was|were|please|you|your|contact|members of|dear|may|should|items?|copies|officers?|services|chief executive|telephone|email)\b/i;
const LONGEST = 120;
const SURE = 60;

/** The committee that meets, by the lines above the agenda; the file's name confirms it, or is all there is. */
export const meetingCommittee = (
  file: string,
  head: readonly SheetLine[],
  named: NamedMeeting,
): Fact<string> | null => {
  const found = head.flatMap((line, at) => candidates(withoutPlaces(line), at, head));
  const weighed = found.map((candidate) => ({
    ...candidate,
    weight: candidate.weight + (isSame(candidate.name, named.committee) ? 50 : 0),
  }));
  const [best] = weighed.toSorted((a, b) => b.weight - a.weight);
  if (best !== undefined) {
    const place = { page: best.line.page, quote: best.line.text };
    const agrees = isSame(best.name, named.committee);
    const isSure = named.committee === null ? best.weight >= SURE : agrees;
    const doubt = isSure ? null : named.committee === null ? 'guessed' : 'disagrees';
    return factAt(file, inLetters(best.name, agrees ? named.committee : null), place, doubt);
  }
  if (named.committee === null) return null;
  return factAt(file, named.committee, { page: null, quote: bareName(file) }, 'guessed');
};

/** "A meeting of the Committee" does not say which. */
const GENERIC = /^(?:committee|sub-?committee|panel|board|commission|body|forum)$/i;

/** "Council Chamber" is a place, and no body that meets. */
const PLACES = /\bcouncil (?=(?:chambers?|house|offices?|buildings?|suite)\b)/i;

const withoutPlaces = (line: SheetLine): SheetLine =>
  PLACES.test(line.text)
    ? {
        ...line,
        text: line.text.replaceAll(new RegExp(PLACES, 'gi'), ''),
        cells: line.cells.map((cell) => cell.replaceAll(new RegExp(PLACES, 'gi'), '')),
      }
    : line;

const candidates = (line: SheetLine, at: number, head: readonly SheetLine[]): readonly Candidate[] => {
  const named: Candidate[] = [];
  const add = (raw: string | undefined, weight: number): void => {
    const name = tidyName(raw ?? '');
    if (GENERIC.test(name)) return;
    if (name.length >= 3 && name.length <= LONGEST && /\p{L}/u.test(name)) named.push({ name, line, weight });
  };
  const label = line.cells.findIndex((cell) =>
    /^(?:committee|meeting|name of (?:committee|meeting)|meeting of)\s*:?$/i.test(cell),
  );
  if (label >= 0 && BODY.test(line.cells[label + 1] ?? '')) add(line.cells[label + 1], 100);
  const labelled = /^(?:committee|meeting|meeting of)\s*:\s*(?:the\s)?([^:]{3,120})$/i.exec(line.text)?.[1];
  if (labelled !== undefined && BODY.test(labelled)) add(labelled, 100);
  const held =
    /\bmeeting\s(?:of|for)\s(?:the\s)?(.{3,120}?)(?=,?\s(?:which\s|that\s)?(?:will|to|is|has|at|on|in)\b|,|\.|$)/i.exec(
      line.text,
    )?.[1];
  if (held !== undefined && BODY.test(held)) add(held, 90);
  const [date] = printedDates(line.text);
  const beforeDate =
    date === undefined ? null : /^(.{3,120}?)\s*[-–—,]\s*$/.exec(line.text.slice(0, date.at))?.[1];
  if (beforeDate !== null && beforeDate !== undefined && isBodyLine(beforeDate)) add(beforeDate, 80);
  const agendaFor = /^agenda\s(?:for|of|[-–—:])\s?(?:the\s)?(?!.*\bmeeting\b)(.{3,120})$/i.exec(
    line.text,
  )?.[1];
  if (agendaFor !== undefined && isBodyLine(agendaFor)) add(agendaFor, 75);
  for (const cell of line.cells) if (isBodyLine(cell)) add(cell, lineWeight(cell, line, at, head));
  return named;
};

/** A short line that names a body, and says nothing else. */
const isBodyLine = (text: string): boolean =>
  text.length <= LONGEST &&
  BODY.test(text) &&
  !SENTENCE.test(text) &&
  !/[:@;?]|\d{3}|^to\b|^agenda\b|^\(|^(?:councillors?|cllrs?)\b/i.test(text) &&
  printedDates(text).length === 0;

const lineWeight = (cell: string, line: SheetLine, at: number, head: readonly SheetLine[]): number => {
  const beside = [head[at - 1], head[at + 1]].some((near) =>
    /^a\s?g\s?e\s?n\s?d\s?a$/i.test(near?.text ?? ''),
  );
  const isPublisher =
    PUBLISHER.test(cell) &&
    !/^(?:the )?(?:full |county |city |borough |district |town )?council$/i.test(cell);
  return (
    55 +
    (line.isHeading ? 8 : 0) +
    (beside ? 8 : 0) -
    (isPublisher ? 40 : 0) -
    Math.min(at, 20) -
    (line.page > 2 ? 20 : 0)
  );
};

const tidyName = (name: string): string =>
  name
    .replace(/\s*[-–—,.]+\s*$/, '')
    .replace(/^the\s/i, '')
    .trim();

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\d]/gu, '');

/** Alike but for case and marks; a file's name may have been cut. */
const isSame = (name: string, named: string | null): boolean => {
  if (named === null) return false;
  const [key, other] = [keyOf(name), keyOf(named)];
  return key === other || (other.length >= 20 && key.startsWith(other));
};

/** A shouted name as it is written elsewhere. */
const inLetters = (name: string, named: string | null): string => {
  if (/\p{Ll}/u.test(name)) return name;
  if (named !== null && keyOf(named) === keyOf(name)) return named;
  return shoutedName(name);
};
