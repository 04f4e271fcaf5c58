import type { Document } from 'domhandler';
import { err, ok, type Result } from '../../domain/result.ts';
import { pageName } from './address.ts';
import { hrefOf, select, selectLine } from './elements.ts';
import { listsCommittees } from './committee-list.ts';
import { findDate } from './local-time.ts';
import { hasAttendance } from './attendance-page.ts';
import { isMeetingLink } from './meetings-page.ts';
import { titleOf } from './text-of.ts';
import type { SourceFault, SourceKind } from './source.ts';

const ERROR_WORDS =
  /\b(?:error|forbidden|access (?:is )?denied|not found|unauthori[sz]ed|sign ?in|log ?in|log ?on|unavailable|timed? ?out|request rejected|attention required|just a moment|are you (?:a )?human|40[0-9]|50[0-9])\b/iu;
// Pages that are laid out like a meeting's, and are something else.
const OTHER_TITLES =
  /\b(?:attendance|decision details|issue details|issue history|declarations?|recorded votes?|agenda item|register of interests|document pack|reasons|outside bod(?:y|ies)|(?:councillor|member|contact|user) details)\b/iu;

/** What a page of ModernGov is. What is a page of something else is `unknown`, or an `error-page` that says so. */
export const recognisePage = (
  document: Document,
  address: string | null,
): Result<SourceKind, SourceFault> => {
  const kind = isXmlDue(address) ? null : pageKind(document, pageName(address));
  if (kind !== null) return ok(kind);
  return err(isXmlDue(address) || isErrorPage(document) ? 'error-page' : 'unknown');
};

/** Whether an answer of the web service was asked for, so that a page in its place is a refusal. */
const isXmlDue = (address: string | null): boolean =>
  address !== null && /\.asmx(?:[/?]|$)|\.xml(?:\?|$)/iu.test(address);

const pageKind = (document: Document, name: string): SourceKind | null => {
  const title = selectLine('.mgMainTitleTxt', document) ?? '';
  if (
    select('td.mgItemNumberCell, table.mgItemTable .mgAiTitleTxt, #mgItemTable .mgAiTitleTxt', document)
      .length > 0
  )
    return 'page-meeting';
  if (isAttendance(document, title)) return 'page-attendance';
  if (isCommitteeDetails(document, name, title)) return 'page-committee';
  if (listsMeetings(document, title)) return 'page-meetings';
  if (!hasModernGov(document)) return null;
  if (name === 'ielistmeetings.aspx' || /\bbrowse meetings\b/iu.test(title)) return 'page-meetings';
  if (isMeetingHeading(document, title)) return 'page-meeting';
  if (isCommittees(document, name, title)) return 'page-committees';
  return !OTHER_TITLES.test(title) && hasMembership(document) ? 'page-committee' : null;
};

const isCommitteeDetails = (document: Document, name: string, title: string): boolean =>
  hasModernGov(document) &&
  select('a.mgMeetingTableLnk', document).length === 0 &&
  (name === 'mgcommitteedetails.aspx' || /\b(?:committee details|manylion (?:y )?pwyllgor)\b/iu.test(title));

const isAttendance = (document: Document, title: string): boolean =>
  /\b(?:attendance|presenoldeb)\b/iu.test(title) && !/\bsummary\b/iu.test(title) && hasAttendance(document);

const listsMeetings = (document: Document, title: string): boolean =>
  select('a.mgMeetingTableLnk', document).length > 0 ||
  (!OTHER_TITLES.test(title) && select('a[href]', document).filter((link) => isMeetingLink(link)).length > 1);

const hasModernGov = (document: Document): boolean =>
  select('#modgov, .mgMainTitleTxt, .mgSubTitleTxt, .mgContent, .mgSectionTitle', document).length > 0;

const isMeetingHeading = (document: Document, title: string): boolean =>
  !OTHER_TITLES.test(title) && findDate(selectLine('.mgSubTitleTxt', document) ?? '') !== null;

const isCommittees = (document: Document, name: string, title: string): boolean =>
  !OTHER_TITLES.test(title) &&
  (/^mg(?:committeestructure|listcommittees)\.aspx$/u.test(name) || listsCommittees(document));

const hasMembership = (document: Document): boolean =>
  select('.mgSectionTitle', document).some((heading) =>
    /^(?:(?:committee )?membership|members|aelodaeth)\b/iu.test(titleOf([heading])),
  ) && select('a[href]', document).some((link) => pageName(hrefOf(link)) === 'mguserinfo.aspx');

const isErrorPage = (document: Document): boolean => {
  const marks = select('meta[name="SharePointError"], input[type="password"], #errorPageContainer', document);
  if (marks.length > 0) return true;
  const words = ['title', 'h1', 'h2'].map((name) => selectLine(name, document) ?? '');
  return words.some((line) => ERROR_WORDS.test(line));
};
