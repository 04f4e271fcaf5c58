import { followsLabel, isBullet, isFirstLabel, splitLabel } from './line-label.ts';
import { lineWords, type PrintedLine } from './printed-lines.ts';

// In capitals anywhere; in small letters only where a sentence opens with it, since prose resolves and agrees too.
const CAPITALS =
  /(?:\b(?:IT|It|it) (?:WAS|was|is|IS) (?:(?:then|therefore|further|accordingly|unanimously|UNANIMOUSLY) )?)?\b(?:RESOLVED|AGREED)\b(?! (?:ACTIONS?|POINTS?|MINUTES|PROTOCOL)\b)/;
const OPENING =
  /^(?:it was (?:(?:then|therefore|further|accordingly|unanimously|also) )?(?:resolved|agreed)(?: unanimously)?\b(?=.{3})|(?:unanimously )?resolved\b|resolutions?:|agreed(?: unanimously)?(?::|,? that\b| to\b)|decisions?:|RECOMMENDED(?::|,? that\b| to\b))/i;
const RESULT_ONLY = /^(?:agreed|resolved)(?: (?:unanimously|nem(?:ine)? con\w{0,12}))?\.?$/i;
const OPEN_END =
  /(?:[:,;–-]|\b(?:that|to|and|or|agrees?|notes?|the|RESOLVED|Resolved|AGREED|Agreed|unanimously|Unanimously)|unanimously\))$/;
/** A resolution of more lines has run away. */
const MOST_PARTS = 200;

/** Each resolution of a minute with its parts, one line each, as printed. */
export const readResolutions = (lines: readonly PrintedLine[]): readonly string[] => {
  const found: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const opening = line === undefined ? null : resolutionText(line);
    if (line === undefined || opening === null) continue;
    const parts = partsBelow(lines, at, opening);
    // "Agreed unanimously." tells the result of what stands above it.
    if (parts.length === 0 && RESULT_ONLY.test(opening)) continue;
    found.push([opening, ...parts.map(lineWords)].join('\n'));
    at += parts.length;
  }
  return found;
};

/** Where a resolution opens in a line, from there on; null when none does. */
export const resolutionText = (line: PrintedLine): string | null => {
  if (OPENING.test(line.text)) return line.text;
  const capitals = CAPITALS.exec(line.text);
  return capitals === null ? null : line.text.slice(capitals.index);
};

const partsBelow = (lines: readonly PrintedLine[], at: number, opening: string): readonly PrintedLine[] => {
  const own = lines[at]?.label ?? null;
  const parts: PrintedLine[] = [];
  const labels: string[] = inlineLabel(opening);
  let last = opening;
  for (let next = at + 1; next < lines.length && parts.length < MOST_PARTS; next += 1) {
    const line = lines[next];
    if (line === undefined || line.rows !== null || resolutionText(line) !== null || isOutcome(line.text))
      break;
    if (!isPart(line, labels, own, last) && !leadsToPart(lines, next, labels)) break;
    if (line.label !== null) labels.push(line.label);
    parts.push(line);
    last = line.text;
  }
  return parts;
};

/** "RESOLVED (1) that ...": its first part stands in the same line. */
const inlineLabel = (opening: string): string[] => {
  const rest = opening.replace(
    /^.{0,40}?(?:resolved|agreed)\b[\s:–-]*(?:unanimously[\s:–-]*)?(?:that[\s:–-]*)?/i,
    '',
  );
  const label = splitLabel(rest);
  return label === null || label.printed.length < 2 ? [] : [label.printed];
};

const isPart = (line: PrintedLine, labels: readonly string[], own: string | null, last: string): boolean => {
  const { label } = line;
  const open = OPEN_END.test(last.trim());
  if (label === null)
    return open || (labels.length === 0 && /^["“]?(?:that|to)\b/i.test(line.text) && isShortOpening(last));
  // The next part of the list at hand, or of one it lies in.
  if (
    labels.some((before) => followsLabel(label, before)) &&
    !(isBullet(label) && !isBullet(labels.at(-1) ?? ''))
  )
    return true;
  if (own !== null && followsLabel(label, own)) return false;
  return (isFirstLabel(label) || isBullet(label)) && (open || !/[.”"]$/.test(last.trim()));
};

const isShortOpening = (text: string): boolean => text.length <= 60;

/** A heading within the list: the next label stands one or two lines below it. */
const leadsToPart = (lines: readonly PrintedLine[], at: number, labels: readonly string[]): boolean => {
  const line = lines[at];
  if (line === undefined || line.label !== null || line.text.length > 150 || labels.length === 0)
    return false;
  return [lines[at + 1], lines[at + 2]].some(
    (below) =>
      typeof below?.label === 'string' &&
      followsLabel(below.label, labels.findLast((label) => !isBullet(label)) ?? ''),
  );
};

const isOutcome = (text: string): boolean =>
  text.length <= 80 &&
  /\b(?:motion|amendment|proposal|recommendations?)s?\b.{0,40}\b(?:carried|lost|agreed)\b|^\(?(?:for|against|abst\w{0,8})\s?[:(]/i.test(
    text,
  );
