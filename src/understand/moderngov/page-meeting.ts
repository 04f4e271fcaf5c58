import type { Document, Element } from 'domhandler';
import type { Alias, LinkedDocument, UnderstoodMeeting } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { agendaId, meetingDocument, withoutRepeats } from './document-link.ts';
import { holderOf, hrefOf, select, selectLine } from './elements.ts';
import { markExempt } from './exempt-section.ts';
import { readHeaded } from './page-heading.ts';
import { readItems } from './page-items.ts';
import { readLabels } from './page-labels.ts';
import { aliasesFor, type Given, type Origin } from './source.ts';
import { hasClass, titleOf } from './text-of.ts';

/** A meeting's own page, `ieListDocuments.aspx`. */
export const readMeetingPage = (given: Given, origin: Origin, document: Document): UnderstoodMeeting => ({
  aliases: meetingAliases(given, origin, document),
  ...readHeaded(origin, document),
  ...readLabels(origin, document),
  plannedEnd: null,
  members: [],
  ...markExempt(readItems(origin, document, hasMinutes(document))),
  documents: readDocuments(origin, document),
});

// Once minutes are published the same places hold the minutes' numbers.
const hasMinutes = (document: Document): boolean =>
  /\b(?:minutes|cofnodion)\b/iu.test(selectLine('.mgMainTitleTxt', document) ?? '') ||
  select('.mgSubItemTitleTxt', document).some((title) => /^(?:minutes|cofnodion)\b/iu.test(titleOf([title])));

const readDocuments = (origin: Origin, document: Document): readonly LinkedDocument[] =>
  withoutRepeats(
    select('a[href]', document)
      .filter((link) => isOfMeeting(link) && holderOf(link, 'table', 'nav') === null)
      .flatMap((link) => {
        const title = titleOf([link]);
        return meetingDocument(origin, { title, href: hrefOf(link) }) ?? [];
      }),
  );

// Some sites lay their links out otherwise; a pack's own number is enough to know it by.
const isOfMeeting = (link: Element): boolean =>
  agendaId(hrefOf(link)) !== null || hasClass(holderOf(link, 'ul') ?? link, 'mgActionList');

const meetingAliases = ({ address }: Given, origin: Origin, document: Document): readonly Alias[] => {
  const links = select('a[href]', document).map(hrefOf);
  const named = (page: string, ...names: readonly string[]): string | null =>
    firstOf(links, (link) => (pageName(link) === page ? numberInQuery(link, ...names) : null));
  const heading = select('.mgSubTitleTxt a', document).map(hrefOf);
  const own = address ?? origin.address;
  return [
    ...aliasesFor(
      origin,
      'meeting',
      numberInQuery(own, 'MId', 'MeetingId') ??
        named('mgmeetingattendance.aspx', 'ID') ??
        named('mglistrecordedvotesshort.aspx', 'MID'),
    ),
    ...aliasesFor(origin, 'agenda', firstOf(links, agendaId)),
    ...aliasesFor(
      origin,
      'committee',
      firstOf(heading, (link) => numberInQuery(link, 'ID')) ??
        numberInQuery(own, 'CId', 'CommitteeId') ??
        named('mgcommitteedetails.aspx', 'ID'),
    ),
  ];
};

const firstOf = (links: readonly string[], read: (link: string) => string | null): string | null => {
  for (const link of links) {
    const id = read(link);
    if (id !== null) return id;
  }
  return null;
};
