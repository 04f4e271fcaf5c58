import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { beginsWithStyle, isChairLine, memberOf, namesOf } from './member-names.ts';
import { memberTable } from './member-table.ts';
import { factAt } from './paper.ts';
import { isAgendaHeading } from './agenda.ts';
import { isParty, partyTable } from './party-table.ts';
import type { SheetLine } from './sheet-lines.ts';

const HEADING =
  /^(?:(?:(?:sub-?)?committee |panel |board |cabinet |executive |council |councillor |current |elected |voting |core |full )?member(?:s|ship)(?: of (?:the |this )?[\p{L} ,'’&-]{3,80})?|(?:to:? )?(?:the )?(?:members|councillors|cllrs)(?: of (?:the )?[\p{L} ,'’&-]{3,80})?)\s?(?:\(\s?\d{1,3}\s?\))?\s*(?::|-|–|$)\s*|^(?:to|(?:sub-?)?committee|panel|board|membership)\s?:?\s(?=(?:councillors?|cllrs?)\b)/iu;
const ENDS =
  /^(?:substitutes?|substitute members|named substitutes|reserves?|deputies|quorum|agenda|contacts?|venue|date|time|ask for|telephone|enquiries|officers?|in attendance|invited|also invited|notes?|further information|published|webcast|all other members|copies? (?:to|for))\b|^dear\b/i;
const GROUP =
  /^([\p{L}][\p{L} &'’/-]{2,50}?)\s?(?:\(\s?\d{1,3}\s?\))\s?[:–-]?\s?(?=\p{Lu}|$)|^([\p{L}][\p{L} &'’/-]{2,40}):\s?(?=\p{Lu})/u;
/** "The Panel members are:". */
const MEMBERS_ARE = /^.{3,80}\bmembers are\s?:[-–]?$/i;
const ROLE_ALONE = /^((?:vice[ -]{0,2}|deputy[ -]{0,2})?(?:chair(?:man|woman|person)?|conven[eo]r))\s?:?$/i;
const MOST = 200;
const MOST_LISTS = 8;
const FEWEST = 3;
const STYLED = /^(?:county |borough |city |town )?(?:councillor|cllr)\b/i;

/** Members as a front sheet lists them. Only names, parties and who takes the chair: nothing else is kept. */
export const printedMembers = (
  file: string,
  lines: readonly SheetLine[],
): readonly Fact<UnderstoodMember>[] => {
  const tabled = memberTable(file, lines);
  if (tabled.length > 1) return onceEach(tabled);
  const lists = lines
    .flatMap((line, at) => (opensList(line.text) || MEMBERS_ARE.test(line.text) ? [at] : []))
    .slice(0, MOST_LISTS)
    .map((at) => listFrom(file, lines, at));
  // "Members: all councillors" names nobody; the list stands elsewhere.
  const longest = lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const named = longest.length > 1 ? longest : partyTable(file, lines);
  if (named.length > 0) return onceEach(named);
  const run = styledRun(file, lines);
  const styled = run.length > 0 ? run : toldMembers(file, lines);
  return onceEach(styled.length > longest.length ? styled : longest);
};

const listFrom = (
  file: string,
  lines: readonly SheetLine[],
  at: number,
): readonly Fact<UnderstoodMember>[] => {
  const members: Fact<UnderstoodMember>[] = [];
  let before = NO_PARTY;
  for (const [offset, line] of lines.slice(at, at + MOST).entries()) {
    const texts = offset === 0 ? [line.text.replace(MEMBERS_ARE, '').replace(HEADING, '')] : line.cells;
    if (offset > 0 && (ENDS.test(line.text) || isAgendaHeading(line.text) || /@|\d{4}/.test(line.text)))
      break;
    const read = membersOfRow(texts, before);
    before = read.party;
    for (const { member, quote } of read.members)
      members.push(factAt(file, member, { page: line.page, quote }));
  }
  return members.slice(0, MOST);
};

/** Lines that are nothing but "Councillor" and a name, one under the other. */
const styledRun = (file: string, lines: readonly SheetLine[]): readonly Fact<UnderstoodMember>[] => {
  let run: Fact<UnderstoodMember>[] = [];
  for (const line of lines) {
    const names = line.cells.every((cell) => STYLED.test(cell)) ? line.cells.flatMap(namesOf) : [];
    if (names.length === 0 && run.length >= FEWEST) return run;
    run =
      names.length === 0
        ? []
        : [
            ...run,
            ...names.map((name) =>
              factAt(file, memberOf(name, null, null), { page: line.page, quote: line.text }),
            ),
          ];
  }
  return run.length >= FEWEST ? run : [];
};

/** "Agendas sent to members of the Committee Councillor Lee (Chair) and Councillors Park and Ash". */
const toldMembers = (file: string, lines: readonly SheetLine[]): readonly Fact<UnderstoodMember>[] => {
  for (const { page, text } of lines) {
    const at = /\bmembers\b/i.test(text) ? text.search(/\b(?:councillors?|cllrs?)\s\p{Lu}/iu) : -1;
    const names = at < 0 ? [] : namesOf(text.slice(at).replace(/\b(?:councillors?|cllrs?)\s/gi, ''));
    if (names.length >= FEWEST) {
      return names.map((name) => factAt(file, memberOf(name, null, null), { page, quote: text }, 'guessed'));
    }
  }
  return [];
};

/** Who is named twice is one member: where the list says who takes the chair. */
const onceEach = (members: readonly Fact<UnderstoodMember>[]): readonly Fact<UnderstoodMember>[] => {
  const known = new Map<string, Fact<UnderstoodMember>>();
  for (const member of members) {
    const { name, role, party } = member.value;
    const first = known.get(name.toLowerCase());
    if (first === undefined) known.set(name.toLowerCase(), member);
    else {
      const value = {
        ...first.value,
        role: first.value.role === 'member' ? role : first.value.role,
        party: first.value.party ?? party,
      };
      known.set(name.toLowerCase(), { ...first, value });
    }
  }
  return [...known.values()];
};

interface ReadRow {
  readonly members: readonly { readonly member: UnderstoodMember; readonly quote: string }[];
  /** The party whose members come next. */
  readonly party: Parties;
}

/** One party for all columns, or one for each. */
type Parties = readonly (string | null)[];
const NO_PARTY: Parties = [null];

const membersOfRow = (texts: readonly string[], before: Parties): ReadRow => {
  if (texts.length > 0 && texts.every(isParty)) return { members: [], party: texts.map(withoutCount) };
  const members: { member: UnderstoodMember; quote: string }[] = [];
  let party = before;
  let role: string | null = null;
  for (const [column, text] of texts.entries()) {
    const alone = ROLE_ALONE.exec(text)?.[1];
    if (alone !== undefined) {
      role = alone;
      continue;
    }
    const group = beginsWithStyle(text) ? null : GROUP.exec(text);
    if (group !== null) party = [group[1] ?? group[2] ?? null];
    for (const name of namesOf(text.slice(group?.[0].length ?? 0))) {
      const own = party.length === texts.length ? party[column] : party.length === 1 ? party[0] : null;
      members.push({ member: memberOf(name, own ?? null, role), quote: text });
      role = null;
    }
  }
  return { members, party };
};

const withoutCount = (party: string): string => party.replace(/\s?\(.*$/, '').replace(/:$/, '');

/** "To: All Members of the County Council" names nobody; a list may also begin with who takes the chair. */
const opensList = (text: string): boolean =>
  HEADING.test(text) ? text.length < 60 || namesOf(text.replace(HEADING, '')).length > 1 : isChairLine(text);
