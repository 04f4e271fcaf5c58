import { type Document, type Element, isTag } from 'domhandler';
import type { Fact, UnderstoodMeeting, UnderstoodMember } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { isNoMember, isVacancy, memberRole } from './attendees.ts';
import { hrefOf, select } from './elements.ts';
import { readHeaded } from './page-heading.ts';
import { withoutPrivate } from './private-details.ts';
import { aliasesFor, factFrom, type Given, type Origin } from './source.ts';
import { textOf, tidy } from './text-of.ts';

const MOST_MEMBERS = 1000;

/** Whether a page has a table of people with what became of each. */
export const hasAttendance = (document: Document): boolean => peopleRows(document).length > 0;

/** Who was expected at a meeting and who came, `mgMeetingAttendance.aspx`: a meeting without items. */
export const readAttendancePage = (given: Given, origin: Origin, document: Document): UnderstoodMeeting => {
  const own = given.address ?? origin.address;
  const id = pageName(own) === 'mgmeetingattendance.aspx' ? numberInQuery(own, 'ID') : null;
  const links = select('a[href]', document).map(hrefOf);
  const page = links.find((link) => /^[ci]elistdocuments\.aspx$/u.test(pageName(link)));
  return {
    aliases: [
      ...aliasesFor(origin, 'meeting', id ?? numberInQuery(page, 'MId', 'MeetingId')),
      ...aliasesFor(origin, 'committee', numberInQuery(page, 'CId', 'CommitteeId')),
    ],
    ...readHeaded(origin, document, []),
    plannedEnd: null,
    venue: null,
    contact: null,
    published: null,
    members: peopleRows(document)
      .slice(0, MOST_MEMBERS)
      .flatMap((row) => readRow(origin, row) ?? []),
    items: [],
    exemptSection: null,
    documents: [],
  };
};

interface PeopleRow {
  readonly cells: readonly string[];
  readonly userId: string | null;
  readonly columns: Columns;
}

interface Columns {
  readonly name: number;
  readonly role: number;
  readonly attendance: number;
}

const cellsOf = (row: Element): readonly Element[] =>
  row.children.filter(
    (child): child is Element => isTag(child) && (child.name === 'td' || child.name === 'th'),
  );

const peopleRows = (document: Document): readonly PeopleRow[] => {
  let columns: Columns = { name: 0, role: 1, attendance: 2 };
  return select('tr', document)
    .slice(0, MOST_MEMBERS * 2)
    .flatMap((row) => {
      const elements = cellsOf(row).slice(0, 12);
      const cells = elements.map((cell) => tidy(textOf([cell])).slice(0, 500));
      const headed = columnsIn(cells);
      if (headed !== null) {
        columns = headed;
        return [];
      }
      const link = select('a[href]', row).find((one) => pageName(hrefOf(one)) === 'mguserinfo.aspx');
      const isPerson =
        link !== undefined ||
        /\b(?:present|apolog|absent|expected|in attendance|presennol|ymddiheur)/iu.test(
          cells[columns.attendance] ?? '',
        );
      return cells.length < 2 || !isPerson
        ? []
        : [{ cells, columns, userId: link === undefined ? null : numberInQuery(hrefOf(link), 'UID') }];
    });
};

const columnsIn = (cells: readonly string[]): Columns | null => {
  const at = (name: RegExp): number => cells.findIndex((cell) => name.test(cell));
  const [name, role, attendance] = [
    at(/^(?:name|attendee|member|councillor|enw|mynychwr)s?$/iu),
    at(/^(?:role|position|r[oô]l|swydd)$/iu),
    at(/^(?:attendance|status|attended|presenoldeb)$/iu),
  ];
  return name === -1 || attendance === -1 ? null : { name, role, attendance };
};

const readRow = (origin: Origin, { cells, columns, userId }: PeopleRow): Fact<UnderstoodMember> | null => {
  const name = withoutPrivate(cells[columns.name] ?? '');
  const role = cells[columns.role] ?? '';
  if (name === null || isVacancy(name) || isNoMember(role)) return null;
  const member: UnderstoodMember = {
    aliases: aliasesFor(origin, 'person', userId),
    name,
    role: memberRole(role),
    party: null,
    ward: null,
    attendance: withoutPrivate(cells[columns.attendance] ?? ''),
  };
  return factFrom(origin, member, withoutPrivate(cells.join(', ')) ?? name);
};
