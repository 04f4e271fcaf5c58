import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-lines.ts';

const HEADING =
  /^(?:(?:committee |panel |board |cabinet |council |councillor |current )?member(?:s|ship)(?: of the [\p{L} ,'’&-]{3,80})?|(?:to:? )?(?:the )?(?:members|councillors|cllrs)(?: of the [\p{L} ,'’&-]{3,80})?)\s?(?:\(\s?\d{1,3}\s?\))?\s*(?::|-|–|$)\s*/iu;
const ENDS =
  /^(?:substitutes?|substitute members|named substitutes|reserve|quorum|agenda|contact|venue|date|time|ask for|telephone|enquiries|officers?|in attendance|invited|also invited|notes?|further information|published|webcast|all other members|copies? (?:to|for))\b|^dear\b/i;
const GROUP =
  /^([\p{L}][\p{L} &'’/-]{2,50}?)\s?(?:\(\s?\d{1,3}\s?\))\s?[:–-]?\s?(?=\p{Lu}|$)|^([\p{L}][\p{L} &'’/-]{2,40}):\s?(?=\p{Lu})/u;
const TITLED = /^(?:(?:to\s)?(?:the\s)?(?:councillors?|cllrs?\.?)\s*:?\s)/i;
// Not together with the names: where case is ignored, a small letter is a capital one too.
const STYLE =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|baroness|prof(?:essor)?|rev(?:erend|d)?|cllr|councillor|alderman|county councillor)\.?\s){1,3}/i;
const NAME = /^\p{Lu}[\p{L}'’.-]{0,30}(?:\s(?:\p{Lu}[\p{L}'’.-]{0,30}|de|van|von|der|la|le|al)){0,4}$/u;
const ROLE =
  /\(\s?((?:the\s)?(?:vice[ -]?|deputy[ -]?)?chair(?:man|woman|person)?(?:\s[^)]{0,30})?|vc|c|v-c)\s?\)|[,–-]\s?((?:vice[ -]?|deputy[ -]?)?chair(?:man|woman|person)?)$/i;
const ROLE_LABEL = /^((?:vice[ -]?|deputy[ -]?)?chair(?:man|woman|person)?)\s?(?::|-|–)\s?/i;
const HONOUR = /^(?:cbe|obe|mbe|kbe|dbe|mp|jp|qc|kc|bem|dl|td|qpm|ba|ma|phd)\.?$/i;
const MOST = 200;

/** Members as a front sheet lists them. Only names, parties and who takes the chair: nothing else is kept. */
export const printedMembers = (
  file: string,
  lines: readonly SheetLine[],
): readonly Fact<UnderstoodMember>[] => {
  const at = lines.findIndex((line) => opensList(line.text));
  const opening = lines[at];
  if (opening === undefined) return [];
  const members: Fact<UnderstoodMember>[] = [];
  let party: string | null = null;
  for (const [offset, line] of lines.slice(at, at + MOST).entries()) {
    const texts = offset === 0 ? [line.text.replace(HEADING, '')] : line.cells;
    if (offset > 0 && (ENDS.test(line.text) || /@|\d{4}/.test(line.text))) break;
    for (const text of texts) {
      const group = GROUP.exec(text);
      const isGroup = group !== null && !isRole(group[1] ?? group[2] ?? '') && !TITLED.test(text);
      if (isGroup) party = group[1] ?? group[2] ?? null;
      const names = namesOf(isGroup ? text.slice(group[0].length) : text);
      for (const name of names)
        members.push(factAt(file, memberOf(name, party), { page: line.page, quote: text }));
    }
    if (members.length >= MOST) break;
  }
  return members.slice(0, MOST);
};

/** "To: All Members of the County Council" names nobody; a list may also begin with who takes the chair. */
const opensList = (text: string): boolean =>
  HEADING.test(text)
    ? text.length < 60 || namesOf(text.replace(HEADING, '')).length > 1
    : ROLE_LABEL.test(text) && text.length < 80 && namesOf(text).length === 1;

const isRole = (text: string): boolean => ROLE_LABEL.test(`${text}:`);

const namesOf = (text: string): readonly string[] => {
  const bare = text.slice(0, 4000).replace(TITLED, '');
  const parts = bare.split(/\s?[,;•\n]\s?|\sand\s(?=\p{Lu})/u);
  const names: string[] = [];
  for (const part of parts) {
    const trimmed = part
      .replace(/[.\s]+$/, '')
      .replace(/^and\s/, '')
      .trim();
    const last = names.at(-1);
    if (last !== undefined && HONOUR.test(trimmed)) names[names.length - 1] = `${last}, ${trimmed}`;
    else if (trimmed !== '') names.push(trimmed);
  }
  // One part that is no name makes it a sentence, not a list.
  return names.every((name) => NAME.test(bareName(name).replace(STYLE, ''))) ? names : [];
};

const bareName = (name: string): string =>
  name
    .replace(ROLE, '')
    .replace(ROLE_LABEL, '')
    .replace(/,\s?\p{L}{2,4}$/u, '')
    .replace(/\s?\([^)]{1,40}\)/g, '')
    .trim();

const memberOf = (printed: string, party: string | null): UnderstoodMember => {
  const role = ROLE_LABEL.exec(printed)?.[1] ?? ROLE.exec(printed)?.[1] ?? ROLE.exec(printed)?.[2] ?? null;
  const name = printed
    .replace(ROLE_LABEL, '')
    .replace(ROLE, '')
    .replace(/\s?\([^)]{1,40}\)/g, '')
    .replace(/^(?:county )?(?:councillor|cllr\.?)\s/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { aliases: [], name, role: roleOf(role), party, ward: null, attendance: null };
};

const roleOf = (printed: string | null): UnderstoodMember['role'] => {
  if (printed === null) return 'member';
  return /^(?:the\s)?(?:vice|deputy|v)/i.test(printed) ? 'vice-chair' : 'chair';
};
