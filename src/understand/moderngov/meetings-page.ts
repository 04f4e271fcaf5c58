import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import type { Fact } from '../../domain/understood.ts';
import { numberInQuery, pageName, resolveLink } from './address.ts';
import { holderOf, hrefOf, select, selectLine } from './elements.ts';
import { findDate, findTime, type FoundDate } from './local-time.ts';
import { type ListedMeeting, type MeetingList, MOST_MEETINGS, startOf } from './meeting-list.ts';
import { meetingState } from './meeting-state.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';
import { textOf, tidy } from './text-of.ts';

/** A committee's page of meetings, `ieListMeetings.aspx`. */
export const readMeetingsPage = (origin: Origin, document: Document): MeetingList => {
  const committee = selectLine('.mgSubTitleTxt', document) ?? committeeInTitle(document);
  const seen = new Set<string>();
  const meetings = select('a[href]', document)
    .filter((link) => isMeetingLink(link))
    .slice(0, MOST_MEETINGS)
    .map((link) => listedMeeting(origin, link, committee))
    .filter(({ value }) => {
      const id = value.aliases.find(({ kind }) => kind === 'meeting')?.id;
      const isNew = id === undefined || !seen.has(id);
      if (id !== undefined) seen.add(id);
      return isNew;
    });
  const links = select('a[href]', document).map(hrefOf);
  const paging = (act: RegExp): string | null =>
    links
      .filter((link) => pageName(link) === 'ielistmeetings.aspx' && act.test(link))
      .map((link) => resolveLink(link, origin.address))[0] ?? null;
  return {
    meetings,
    earlier: paging(/[?&;]act=earlier(?:&|$)/iu),
    later: paging(/[?&;]act=later(?:&|$)/iu),
    whole: true,
  };
};

const committeeInTitle = (document: Document): string | null => {
  const lines = ['.mgMainTitleTxt', 'h1', 'title'].map((name) => selectLine(name, document) ?? '');
  return (
    lines.flatMap(
      (line) => /^browse meetings\s?[-–:]\s?([^|]{1,200}?)(?:\s[-–|]\s.*)?$/iu.exec(line)?.[1] ?? [],
    )[0] ?? null
  );
};

/** Whether a link leads to a meeting's page, and its words, its title or its row say on which day it is. */
export const isMeetingLink = (link: Element): boolean =>
  /^[ci]elistdocuments\.aspx$/u.test(pageName(hrefOf(link))) && dayOf(link) !== null;

interface Day {
  readonly found: FoundDate;
  /** The words that the day was found in. */
  readonly words: string;
}

const dayOf = (link: Element): Day | null => {
  const row = holderOf(link, 'li', 'tr');
  for (const read of [
    () => tidy(textOf([link])),
    () => tidy(link.attribs['title'] ?? ''),
    () => (row === null || row.children.length > 50 ? '' : wordsIn(row)),
  ]) {
    const words = read().slice(0, 500);
    const found = findDate(words);
    if (found !== null) return { found, words };
  }
  return null;
};

// A row may hold many links, and each asks for its words.
const rowWords = new WeakMap<Element, string>();

const wordsIn = (row: Element): string => {
  const known = rowWords.get(row) ?? tidy(row.children.map((cell) => textOf([cell])).join(' ')).slice(0, 500);
  rowWords.set(row, known);
  return known;
};

const listedMeeting = (origin: Origin, link: Element, committee: string | null): Fact<ListedMeeting> => {
  const href = hrefOf(link);
  const { found, words } = dayOf(link) ?? { found: null, words: tidy(textOf([link])) };
  const status = statusOf(link);
  return factFrom(
    origin,
    {
      aliases: [
        ...aliasesFor(origin, 'meeting', numberInQuery(href, 'MId', 'MeetingId')),
        ...aliasesFor(origin, 'committee', numberInQuery(href, 'CId', 'CommitteeId')),
      ],
      committee: committee ?? committeeOf(link),
      date: found?.date ?? null,
      start: startOf(found?.date ?? null, findTime(found?.after ?? '')),
      status,
      state: meetingState(`${status ?? ''} ${found?.after ?? ''} ${found?.before ?? ''}`),
      url: resolveLink(href, origin.address),
    },
    status === null ? words : `${words} - ${status}`,
  );
};

/** Calendars call a link by its committee, and say the day in its title: "Meeting of Pond Panel, 11/02/2026 3.00 pm". */
const committeeOf = (link: Element): string | null =>
  /\bmeeting of (.{1,200}?),? \d{1,2}[/ ]/iu.exec(tidy(link.attribs['title'] ?? '').slice(0, 400))?.[1] ??
  null;

const statusOf = (link: Element): string | null => {
  const beside = tidy(textOf(nodesAfter(link)));
  const cell = beside === '' && link.next === null ? link.parent : null;
  const isCell = cell !== null && isTag(cell) && cell.name === 'td';
  const words = isCell ? tidy(textOf(nodesAfter(cell))) : beside;
  return words.replace(/^[\s–—:-]{1,10}/u, '').replace(/^new!?\s(?=\S)/iu, '') || null;
};

/** What stands beside a link in its line, up to the next link; or beside its cell in a table. */
const nodesAfter = (first: Element): readonly AnyNode[] => {
  const after: AnyNode[] = [];
  for (let node = first.next; node !== null && after.length < 50; node = node.next) {
    if (isTag(node) && (node.name === 'a' || node.name === 'li' || node.name === 'br')) break;
    after.push(node);
  }
  return after;
};
