import type { Fact, UnderstoodContact } from '../../domain/understood.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-lines.ts';

const NAME_LABEL =
  /^(?:ask for|(?:agenda )?(?:compiled|prepared|produced|issued) by|(?:meeting |officer |committee |democratic services )?contacts?(?: officer| name| details| person)?|(?:committee|democratic services|governance|democratic support|meeting|lead) (?:officer|clerk|administrator|manager)|clerk(?: to the (?:committee|council|meeting))?|enquiries(?: to)?|all enquiries to|please ask for|(?:for )?(?:further|more) information,?(?: please)?(?: contact)?|officer to contact)\s*[:–-]?\s*/i;
/** A label that stands close behind something else. */
const LABEL_AT_END = /\s(?:ask for|contact(?: officer)?|enquiries to|contact (?:the )?[\p{L} ]{3,60})\s?:$/iu;
const IN_SENTENCE =
  /\b(?:contact|enquiries(?:\s\p{L}{1,12}){0,4}\sto|ask for)[: ]\s{0,2}((?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,3}\p{Lu}[\p{L}'’-]{1,30})/u;
const PHONE_LABEL = /^(?:tel(?:ephone)?(?: no| number)?|phone|direct (?:dial|line)(?:\/ext)?|ext)\b/i;
const PHONE = /(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d[\d\s()-]{7,13}\d(?![\d/])/;
// Some writers break an address before a full stop.
const EMAIL = /[\w.+'’-]{1,64}@[\w-]{1,63}(?:\s?\.[a-z\d-]{1,63}){1,6}/i;
const NAME = /^(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,4}\p{Lu}[\p{L}'’-]{1,30}$/u;

/**
 * Whom to ask about the meeting: officers only, as the front sheet prints them. `outside` are its lines that belong to
 * no item; where nothing there says whom to ask, a name right above a telephone number or an address is guessed.
 */
export const meetingContact = (
  file: string,
  outside: readonly SheetLine[],
  all: readonly SheetLine[],
): Fact<UnderstoodContact> | null => {
  const found = [...labelled(outside), ...labelled(all).slice(0, 1)];
  const best =
    found.find((one) => isReached(one) && one.value.name !== null) ?? found.find(isReached) ?? found[0];
  if (best !== undefined) return factAt(file, best.value, best);
  const reached = unlabelled(outside);
  return reached === null ? null : factAt(file, reached.value, reached, 'guessed');
};

const isReached = ({ value }: Found): boolean => value.email !== null || value.telephone !== null;

interface Found {
  readonly value: UnderstoodContact;
  readonly page: number;
  readonly quote: string;
}

const labelled = (lines: readonly SheetLine[]): readonly Found[] =>
  lines.flatMap((line, at) =>
    line.cells.some(isLabel) || IN_SENTENCE.test(line.text) || ASKS.test(line.text)
      ? contactAt(lines, at, nameOf(lines, at))
      : [],
  );

/** "For information about this meeting please contact Democratic Services on 01234 567890". */
const ASKS = /\b(?:contact|enquiries|further information|more information)\b.{0,200}(?:@|\b0\d{2})/i;

const REACH_LABEL = /^(?:direct (?:dial|line)|tel(?:ephone)?|phone|e-?mail)\b/i;

/** "Ann Lee, Principal Scrutiny Officer". */
const NAME_AND_POST =
  /^(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,3}\p{Lu}[\p{L}'’-]{1,30}\s?[,(–-]\s?[\p{L}& ]{0,50}\b[Oo]fficer\b/u;

/** Words that stand above an address and are nobody's name. */
const TEAM =
  /\b(?:services?|team|support|unit|office|council|committees?|department|governance|section|officers?|director|executive|hall|house|street|road|chambers?|agenda|meeting|date|document|pack|public|head of|proper officer|clerk to)\b/i;

/** The last address of an officer with a name above it: an agenda's foot. */
const unlabelled = (lines: readonly SheetLine[]): Found | null => {
  for (const [at, { text }] of lines.entries()) {
    const name = NAME_AND_POST.test(text) ? leadingName(text) : null;
    const [own] = name === null ? [] : contactAt(lines, at, name);
    if (own !== undefined && isReached(own)) return own;
  }

  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || !EMAIL.test(line.text)) continue;
    const name = lines
      .slice(Math.max(0, at - 4), at)
      .filter(({ page, text }) => page === line.page && !TEAM.test(text))
      .map(({ text }) => leadingName(text))
      .find((text) => text !== null);
    if (name !== undefined && name !== null) return contactAt(lines, at, name)[0] ?? null;
  }
  const labelledAt = lines.findIndex(
    ({ text }) => REACH_LABEL.test(text) && (EMAIL.test(text) || PHONE.test(text)),
  );
  const at =
    labelledAt >= 0 ? labelledAt : lines.findIndex(({ text }) => text.length <= 160 && EMAIL.test(text));
  return at < 0 ? null : (contactAt(lines, at, null)[0] ?? null);
};

const contactAt = (lines: readonly SheetLine[], at: number, name: string | null): readonly Found[] => {
  const line = lines[at];
  if (line === undefined) return [];
  // What belongs to a name stands beside it: above it in a letter's head, under it elsewhere.
  const around = lines.slice(Math.max(0, at - 3), at + 6).filter(({ page }) => page === line.page);
  const under = lines.slice(at, at + 6).filter(({ page }) => page === line.page);
  const telephone = telephoneOf(under) ?? telephoneOf(around);
  const email = emailOf(under) ?? emailOf(around);
  if (name === null && telephone === null && email === null) return [];
  const quote = around
    .filter((other) => other === line || saysHow(other) || (name !== null && other.text.includes(name)))
    .map(({ text }) => text)
    .join(' ');
  return [{ value: { name, telephone, email }, page: line.page, quote }];
};

const isLabel = (cell: string): boolean => NAME_LABEL.test(cell) || LABEL_AT_END.test(cell);

const saysHow = (line: SheetLine): boolean => PHONE.test(line.text) || EMAIL.test(line.text);

const nameOf = (lines: readonly SheetLine[], at: number): string | null => {
  const line = lines[at];
  if (line === undefined) return null;
  const label = line.cells.findIndex(isLabel);
  const sentence = IN_SENTENCE.exec(line.text)?.[1];
  const labelled = line.cells[label] ?? '';
  const own = NAME_LABEL.test(labelled) ? labelled.replace(NAME_LABEL, '') : '';
  const below = [lines[at + 1], lines[at + 2]]
    .filter((other) => other?.page === line.page)
    .map((other) => other?.cells[0] ?? '')
    // A post stands above the name of whoever holds it.
    .find((text) => !POST.test(leadingName(text) ?? ''));
  for (const text of [own, line.cells[label + 1] ?? '', sentence ?? '', label < 0 ? '' : (below ?? '')]) {
    const name = leadingName(text);
    if (name !== null) return name;
  }
  // A post under a name, as a letter is signed.
  const above = lines[at - 1]?.text ?? '';
  return own === '' && label >= 0 && POST.test(line.text) && !TEAM.test(above) ? leadingName(above) : null;
};

const POST = /\b(?:officer|clerk|manager|administrator)$/i;

/** The name at the beginning of a text, before a comma, a number or an address. */
const leadingName = (text: string): string | null => {
  const [before = ''] = text
    .slice(0, 200)
    .split(/,|;|\||\s[-–—]\s|\(|\btel\b|\btelephone\b|\bemail\b|\be-mail\b|\bon\b|\d|\S+@/i);
  const name = before.replace(/[\s.:]+$/, '').trim();
  return NAME.test(name) && !PHONE_LABEL.test(name) ? name : null;
};

const telephoneOf = (lines: readonly SheetLine[]): string | null => {
  for (const { text } of lines) {
    const found = PHONE.exec(text)?.[0];
    // "(0208 123 4567)" stands in brackets, "(0208) 123 4567" has some of its own.
    if (found !== undefined)
      return found
        .replace(/^\((?!\d+\))/, '')
        .replace(/\s+/g, ' ')
        .trim();
  }
  return null;
};

const emailOf = (lines: readonly SheetLine[]): string | null => {
  for (const { text } of lines) {
    const found = EMAIL.exec(text)?.[0];
    if (found !== undefined) return found.replace(/\s/g, '');
  }
  return null;
};
