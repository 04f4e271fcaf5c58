import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { memberOf, namesOf } from './member-names.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-lines.ts';

const PARTY =
  /^(?:the )?(?:scottish |welsh )?(?:conservatives?|labour(?: (?:and|&) co-operative)?|labour\/co-operative|liberal democrats?|lib dems?|green(?:s| party)?|independents?|non-aligned|ungrouped|reform(?: uk)?|plaid cymru|residents?'?(?: association)?|ukip|snp|social democrat(?:ic|s)?(?: party)?|your party)(?: (?:group|party|alliance|members?))?(?:\s?\(\s?\d{1,3}\s?\))?$/i;
const MOST_ROWS = 60;

const GROUP = /^(?:[\p{L}'’&/-]+ ){1,5}(?:group|party|alliance)(?:\s?\(\s?\d{1,3}\s?\))?:?$/iu;

/** Whether a text is the name of a party, and nothing else. */
export const isParty = (text: string): boolean => PARTY.test(text.replace(/:$/, '')) || GROUP.test(text);

/** Members in a table with a column for each party; empty where there is none. */
export const partyTable = (file: string, lines: readonly SheetLine[]): readonly Fact<UnderstoodMember>[] => {
  const at = lines.findIndex(({ cells }) => cells.length > 1 && cells.every((cell) => PARTY.test(cell)));
  const header = lines[at];
  if (header === undefined) return [];
  const parties = columnsOf(header).map((cell) => cell.replace(/\s?\(.*$/, ''));
  const members: Fact<UnderstoodMember>[] = [];
  for (const line of lines.slice(at + 1, at + 1 + MOST_ROWS)) {
    const columns = columnsOf(line);
    if (columns.length !== parties.length || line.page !== header.page) break;
    for (const [column, cell] of columns.entries()) {
      for (const name of namesOf(cell)) {
        const member = memberOf(name, parties[column] ?? null, null);
        members.push(factAt(file, member, { page: line.page, quote: cell }));
      }
    }
  }
  return members;
};

const columnsOf = (line: SheetLine): readonly string[] => line.columns ?? line.cells;
