import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { memberOf, namesOf } from './member-names.ts';
import { factAt } from './paper.ts';
import type { SheetLine } from './sheet-line.ts';

const NAME = /^(?:names?|members?|councillors?|representatives?)(?: names?)?$/i;
const OTHER =
  /^(?:authority|council|role|position|office|ward|division|party|group|organisation|representing)$/i;
const ROLE = /^(?:role|position|office)$/i;
const PARTY = /^(?:party|group)$/i;
const MOST = 200;

/** Members in a table with a heading for each column: name, and role, party or whom they are there for. */
export const memberTable = (file: string, lines: readonly SheetLine[]): readonly Fact<UnderstoodMember>[] => {
  const at = lines.findIndex(
    ({ cells }) =>
      cells.length > 1 &&
      cells.some((cell) => NAME.test(cell)) &&
      cells.every((cell) => NAME.test(cell) || OTHER.test(cell)),
  );
  const heading = lines[at];
  if (heading === undefined) return [];
  const place = heading.cells.findIndex((cell) => NAME.test(cell));
  const rows = lines.slice(at + 1, at + 1 + MOST);
  const end = rows.findIndex(
    (row) => row.cells.length !== heading.cells.length || names(row, place).length !== 1,
  );
  const cellUnder = (row: SheetLine, title: RegExp): string | null =>
    row.cells[heading.cells.findIndex((cell) => title.test(cell))] ?? null;
  return (end < 0 ? rows : rows.slice(0, end)).flatMap((row) =>
    names(row, place).map((name) =>
      factAt(file, memberOf(name, cellUnder(row, PARTY), roleIn(cellUnder(row, ROLE))), {
        page: row.page,
        quote: row.text,
      }),
    ),
  );
};

const names = (row: SheetLine, place: number): readonly string[] => namesOf(row.cells[place] ?? '');

/** What a column of roles says beyond "Member". */
const roleIn = (cell: string | null): string | null =>
  cell !== null && /\b(?:chair|conven)/i.test(cell) ? cell : null;
