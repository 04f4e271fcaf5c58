import { type AnyNode, type Element, isTag } from 'domhandler';
import type { LinkedDocument } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { isDocument, itemDocument, restrictedDocument, withoutRepeats } from './document-link.ts';
import { holderOf, hrefOf, select } from './elements.ts';
import { aliasesFor, type Origin } from './source.ts';
import { hasClass, titleOf } from './text-of.ts';

/** The documents of one item on a page, and whether the item itself is kept from the public. */
export interface PageItemDocuments {
  readonly documents: readonly LinkedDocument[];
  readonly itemIsExempt: boolean;
}

const WHY_RESTRICTED = 'mgreasonsrestricted.aspx';

export const itemDocuments = (origin: Origin, content: Element | null, title: string): PageItemDocuments => {
  if (content === null) return { documents: [], itemIsExempt: false };
  const links = select('a[href]', content).filter((link) => !isInText(link, content));
  const reasons = links.filter((link) => pageName(hrefOf(link)) === WHY_RESTRICTED);
  const open = links.filter((link) => isDocument(hrefOf(link)) || isTitleOfPage(link));
  return {
    documents: withoutRepeats([
      ...open.map((link) => openDocument(origin, link, title)),
      ...reasons.flatMap((link) => namedInReason(origin, link) ?? []),
      ...select('.mgBulletList > li', content).flatMap((entry) => withoutLink(origin, entry) ?? []),
    ]),
    itemIsExempt: reasons.some((link) => isAboutItem(link)),
  };
};

// `OT=A` says that the reasons are an agenda item's own.
const isAboutItem = (link: Element): boolean =>
  quotedIn(link) === null &&
  (/\bitem\b/iu.test(titleOf([link])) || /[?&]OT=A(?:&|$)/iu.test(hrefOf(link))) &&
  !hasClass(holderOf(link, 'ul') ?? link, 'mgBulletList');

const isTitleOfPage = (link: Element): boolean =>
  hasClass(link, 'mgAiTitleLnk') && !pageName(hrefOf(link)).endsWith('.aspx');

const openDocument = (origin: Origin, link: Element, title: string): LinkedDocument => {
  const own = titleOf([link]);
  return itemDocument(origin, { title: own === '' ? title : own, href: hrefOf(link) }, 'report');
};

/** "View the reasons why document 'Appendix B' is restricted" names what the public does not get. */
const namedInReason = (origin: Origin, link: Element): LinkedDocument | null => {
  const title = quotedIn(link);
  if (title === null) return null;
  return restrictedDocument(aliasesFor(origin, 'document', restrictedId(hrefOf(link))), title);
};

// `OT=D` says that the reasons are a document's.
const restrictedId = (href: string): string | null =>
  /[?&]OT=D(?:&|$)/iu.test(href) ? numberInQuery(href, 'OID') : null;

const quotedIn = (link: Element): string | null =>
  /\bdocument\s*['‘’"“](.{1,500})['‘’"”](?:\s|$)/iu.exec(titleOf([link]))?.[1]?.trim() ?? null;

/** An entry of the list of documents that leads nowhere: "Appendix 2 (restricted)". */
const withoutLink = (origin: Origin, entry: Element): LinkedDocument | null => {
  const links = select('a[href]', entry);
  const title = titleOf(entry.children.filter((child) => !holdsLink(child)));
  if (title === '' || links.some((link) => isDocument(hrefOf(link)) || quotedIn(link) !== null)) return null;
  const restricted =
    links.some((link) => pageName(hrefOf(link)) === WHY_RESTRICTED) ||
    /\b(?:restricted|exempt|confidential|not for publication)\b/iu.test(title);
  const id = links.map((link) => restrictedId(hrefOf(link))).find((one) => one !== null) ?? null;
  return restricted ? restrictedDocument(aliasesFor(origin, 'document', id), title) : null;
};

const holdsLink = (node: AnyNode): boolean =>
  isTag(node) && (node.name === 'a' || select('a', node).length > 0);

const isInText = (link: Element, content: Element): boolean => {
  for (let parent = link.parent; parent !== null && parent !== content; parent = parent.parent)
    if (hasClass(parent, 'mgWordPara')) return true;
  return false;
};
