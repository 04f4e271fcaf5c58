import type { Element } from 'domhandler';
import { ok, type Result } from '../../domain/result.ts';
import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { siteOf } from './address.ts';
import { readAttendancePage } from './attendance-page.ts';
import { type CommitteeDetails, readCommitteePage } from './committee-page.ts';
import { type CommitteeList, readCommitteesPage, readGetCommittees } from './committee-list.ts';
import { type CouncillorList, readCouncillors } from './councillor-list.ts';
import { select } from './elements.ts';
import { readGetMeeting } from './get-meeting.ts';
import { type MeetingList, readGetMeetings } from './meeting-list.ts';
import { readMeetingsPage } from './meetings-page.ts';
import { type OpenSource, openSource } from './open-source.ts';
import { readMeetingPage } from './page-meeting.ts';
import { pageOrigin } from './page-origin.ts';
import type { Given, Origin, SourceFault } from './source.ts';
import { textOf } from './text-of.ts';
import { readCommitteesText } from './text-committees.ts';
import { linesOf, readCommitteeText, readMeetingsText } from './text-lists.ts';
import { readMeetingText } from './text-meeting.ts';

/** What one answer, page or copied text of ModernGov says. */
export type Understood =
  | {
      readonly kind: 'meeting';
      readonly meeting: UnderstoodMeeting;
      /** What it was read as: an answer of the web service, a page, or a page's copied text. */
      readonly form: OpenSource['form'];
    }
  | { readonly kind: 'meetings'; readonly list: MeetingList }
  | { readonly kind: 'committees'; readonly list: CommitteeList }
  | { readonly kind: 'committee'; readonly committee: CommitteeDetails }
  | { readonly kind: 'councillors'; readonly list: CouncillorList };

/** Reads one source. Never throws: what cannot be read is a fault. */
export const understandModernGov = (given: Given): Result<Understood, SourceFault> => {
  const opened = openSource(given.source, given.address);
  return opened.ok ? ok(readOpen(given, opened.value)) : opened;
};

const readOpen = (given: Given, opened: OpenSource): Understood => {
  if (opened.form === 'answer') return readAnswer(given, opened);
  if (opened.form === 'page') return readPage(given, opened);
  const origin = { file: given.file, address: given.address, site: siteOf(given.address) };
  if (opened.kind === 'text-meetings')
    return { kind: 'meetings', list: readMeetingsText(origin, opened.text) };
  if (opened.kind === 'text-committee')
    return { kind: 'committee', committee: readCommitteeText(origin, opened.text) };
  if (opened.kind === 'text-committees')
    return { kind: 'committees', list: readCommitteesText(origin, linesOf(opened.text)) };
  return { kind: 'meeting', meeting: readMeetingText(origin, opened.text), form: 'text' };
};

const readAnswer = (given: Given, opened: OpenSource & { readonly form: 'answer' }): Understood => {
  const { kind, root, whole } = opened;
  const origin: Origin = {
    file: given.file,
    address: given.address,
    site: siteOf(given.address) ?? siteWithin(root),
  };
  if (kind === 'getcommittees') return { kind: 'committees', list: readGetCommittees(origin, root, whole) };
  if (kind === 'getcouncillorsbyward')
    return { kind: 'councillors', list: readCouncillors(origin, root, whole) };
  if (kind === 'getmeeting')
    return { kind: 'meeting', meeting: readGetMeeting(origin, root, whole), form: 'answer' };
  return { kind: 'meetings', list: readGetMeetings(origin, root, whole) };
};

const readPage = (given: Given, opened: OpenSource & { readonly form: 'page' }): Understood => {
  const { kind, document } = opened;
  const origin = pageOrigin(given, document);
  if (kind === 'page-meetings') return { kind: 'meetings', list: readMeetingsPage(origin, document) };
  if (kind === 'page-committees') return { kind: 'committees', list: readCommitteesPage(origin, document) };
  if (kind === 'page-committee')
    return { kind: 'committee', committee: readCommitteePage(given, origin, document) };
  const read = kind === 'page-attendance' ? readAttendancePage : readMeetingPage;
  return { kind: 'meeting', meeting: read(given, origin, document), form: 'page' };
};

/** An answer names no site, but the links in it lead there. */
const siteWithin = (root: Element): string | null => {
  for (const link of select('url, photosmallurl, photobigurl', root).slice(0, 20)) {
    const site = siteOf(textOf(link.children).trim());
    if (site !== null) return site;
  }
  return null;
};
