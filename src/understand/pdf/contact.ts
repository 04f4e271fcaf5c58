import type { Fact, UnderstoodContact } from '../../domain/understood.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-lines.ts';

const NAME_LABEL =
  /^(?:ask for|(?:meeting |officer |committee |democratic services )?contact(?: officer| name| details| person)?|(?:committee|democratic services|governance|democratic support|meeting|lead) (?:officer|clerk|administrator|manager)|clerk(?: to the (?:committee|council|meeting))?|enquiries(?: to)?|all enquiries to|please ask for|(?:for )?(?:further|more) information,?(?: please)?(?: contact)?)\s*[:-]?\s*/i;
/** A label that stands close behind something else. */
const LABEL_AT_END = /\s(?:ask for|contact(?: officer)?|enquiries to)\s?:$/i;
const IN_SENTENCE =
  /\b(?:contact|enquiries to|ask for)[: ]\s{0,2}((?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,3}\p{Lu}[\p{L}'’-]{1,30})/u;
const PHONE_LABEL = /^(?:tel(?:ephone)?(?: no| number)?|phone|direct (?:dial|line)(?:\/ext)?|ext)\b/i;
const PHONE = /(?<![\d/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d[\d\s()-]{7,13}\d(?![\d/])/;
// Some writers break an address before a full stop.
const EMAIL = /[\w.+'’-]{1,64}@[\w-]{1,63}(?:\s?\.[a-z\d-]{1,63}){1,6}/i;
const NAME = /^(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,4}\p{Lu}[\p{L}'’-]{1,30}$/u;

/** Whom to ask about the meeting: officers only, as the front sheet prints them. */
export const meetingContact = (file: string, lines: readonly SheetLine[]): Fact<UnderstoodContact> | null => {
  const at = lines.findIndex((line) => line.cells.some(isLabel) || IN_SENTENCE.test(line.text));
  const line = lines[at];
  if (line === undefined) return null;
  // What belongs to a name stands beside it: above it in a letter's head, under it elsewhere.
  const near = lines.slice(Math.max(0, at - 3), at + 5).filter(({ page }) => page === line.page);
  const telephone = telephoneOf(near);
  const email = emailOf(near);
  const name = nameOf(lines, at);
  if (name === null && telephone === null && email === null) return null;
  const quote = near
    .filter((other) => other === line || saysHow(other) || (name !== null && other.text.includes(name)))
    .map(({ text }) => text)
    .join(' ');
  return factAt(file, { name, telephone, email }, { page: line.page, quote });
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
  for (const text of [own, line.cells[label + 1] ?? '', sentence ?? '', lines[at + 1]?.cells[0] ?? '']) {
    const name = leadingName(text);
    if (name !== null) return name;
  }
  return null;
};

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
    if (found !== undefined) return found.replace(/\s+/g, ' ').trim();
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
