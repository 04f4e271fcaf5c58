import type { Document, Element } from 'domhandler';
import type { Alias, LinkedDocument, UnderstoodMeeting } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { agendaId, meetingDocument, withoutRepeats } from './document-link.ts';
import { holderOf, hrefOf, select, selectLine } from './elements.ts';
import { markExempt } from './exempt-section.ts';
import { isWithin, itemArea } from './item-area.ts';
import { sectionNamed } from './item-sections.ts';
import { readHeaded } from './page-heading.ts';
import { readItems } from './page-items.ts';
import { readLabels } from './page-labels.ts';
import { aliasesFor, type Given, type Origin } from './source.ts';
import { hasClass, textOf, tidy, titleOf } from './text-of.ts';

/** A meeting's own page, `ieListDocuments.aspx`. */
export const readMeetingPage = (given: Given, origin: Origin, document: Document): UnderstoodMeeting => {
  const items = itemArea(document);
  return {
    aliases: meetingAliases(given, origin, document),
    ...readHeaded(origin, document, notices(document, items)),
    ...readLabels(origin, document, items),
    plannedEnd: null,
    members: [],
    ...markExempt(readItems(origin, document, hasMinutes(document))),
    documents: readDocuments(origin, document, items),
  };
};

/** Short lines above and below the agenda, where a page says that its meeting was called off. */
const notices = (document: Document, items: ReadonlySet<Element>): readonly string[] =>
  select('.mgContent p, #modgov p, #modgov h3, .mgWordPara p', document)
    .filter((line) => !isWithin(line, items))
    .slice(0, MOST_NOTICES)
    .map((line) => tidy(textOf(line.children)).slice(0, 1000));

const MOST_NOTICES = 200;

// Once minutes are published the same places hold the minutes' numbers.
const hasMinutes = (document: Document): boolean =>
  /\b(?:minutes|ch?ofnodion)\b/iu.test(selectLine('.mgMainTitleTxt', document) ?? '') ||
  select('.mgSubItemTitleTxt', document).some((title) => sectionNamed(titleOf([title])) === 'minutes');

const readDocuments = (
  origin: Origin,
  document: Document,
  items: ReadonlySet<Element>,
): readonly LinkedDocument[] =>
  withoutRepeats(
    select('a[href]', document)
      .filter((link) => isOfMeeting(link) && !isWithin(link, items) && holderOf(link, 'nav') === null)
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
        onlyCommittee(document),
    ),
  ];
};

// A page's menu may lead to committees as well; where it names several, none of them is known to be the meeting's.
const onlyCommittee = (document: Document): string | null => {
  const ids = select('a[href]', document)
    .filter((link) => pageName(hrefOf(link)) === 'mgcommitteedetails.aspx' && holderOf(link, 'nav') === null)
    .flatMap((link) => numberInQuery(hrefOf(link), 'ID') ?? []);
  return new Set(ids).size === 1 ? (ids[0] ?? null) : null;
};

const firstOf = (links: readonly string[], read: (link: string) => string | null): string | null => {
  for (const link of links) {
    const id = read(link);
    if (id !== null) return id;
  }
  return null;
};
