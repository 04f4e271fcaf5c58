import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { beginsWithStyle, isChairLine, memberOf, namesOf } from './member-names.ts';
import { factAt } from './paper.ts';
import { partyTable } from './party-table.ts';
import type { SheetLine } from './sheet-lines.ts';

const HEADING =
  /^(?:(?:committee |panel |board |cabinet |council |councillor |current )?member(?:s|ship)(?: of the [\p{L} ,'’&-]{3,80})?|(?:to:? )?(?:the )?(?:members|councillors|cllrs)(?: of the [\p{L} ,'’&-]{3,80})?)\s?(?:\(\s?\d{1,3}\s?\))?\s*(?::|-|–|$)\s*/iu;
const ENDS =
  /^(?:substitutes?|substitute members|named substitutes|reserve|quorum|agenda|contact|venue|date|time|ask for|telephone|enquiries|officers?|in attendance|invited|also invited|notes?|further information|published|webcast|all other members|copies? (?:to|for))\b|^dear\b/i;
const GROUP =
  /^([\p{L}][\p{L} &'’/-]{2,50}?)\s?(?:\(\s?\d{1,3}\s?\))\s?[:–-]?\s?(?=\p{Lu}|$)|^([\p{L}][\p{L} &'’/-]{2,40}):\s?(?=\p{Lu})/u;
const ROLE_ALONE = /^((?:vice[ -]?|deputy[ -]?)?chair(?:man|woman|person)?)\s?:?$/i;
const MOST = 200;

/** Members as a front sheet lists them. Only names, parties and who takes the chair: nothing else is kept. */
export const printedMembers = (
  file: string,
  lines: readonly SheetLine[],
): readonly Fact<UnderstoodMember>[] => {
  const at = lines.findIndex((line) => opensList(line.text));
  const opening = lines[at];
  if (opening === undefined) return partyTable(file, lines);
  const members: Fact<UnderstoodMember>[] = [];
  let party: string | null = null;
  for (const [offset, line] of lines.slice(at, at + MOST).entries()) {
    const texts = offset === 0 ? [line.text.replace(HEADING, '')] : line.cells;
    if (offset > 0 && (ENDS.test(line.text) || /@|\d{4}/.test(line.text))) break;
    const read = membersOfRow(texts, party);
    party = read.party;
    for (const { member, quote } of read.members)
      members.push(factAt(file, member, { page: line.page, quote }));
  }
  return members.length === 0 ? partyTable(file, lines) : members.slice(0, MOST);
};

interface ReadRow {
  readonly members: readonly { readonly member: UnderstoodMember; readonly quote: string }[];
  /** The party whose members come next. */
  readonly party: string | null;
}

const membersOfRow = (texts: readonly string[], before: string | null): ReadRow => {
  const members: { member: UnderstoodMember; quote: string }[] = [];
  let party = before;
  let role: string | null = null;
  for (const text of texts) {
    const alone = ROLE_ALONE.exec(text)?.[1];
    if (alone !== undefined) {
      role = alone;
      continue;
    }
    const group = beginsWithStyle(text) ? null : GROUP.exec(text);
    if (group !== null) party = group[1] ?? group[2] ?? null;
    for (const name of namesOf(text.slice(group?.[0].length ?? 0))) {
      members.push({ member: memberOf(name, party, role), quote: text });
      role = null;
    }
  }
  return { members, party };
};

/** "To: All Members of the County Council" names nobody; a list may also begin with who takes the chair. */
const opensList = (text: string): boolean =>
  HEADING.test(text) ? text.length < 60 || namesOf(text.replace(HEADING, '')).length > 1 : isChairLine(text);
