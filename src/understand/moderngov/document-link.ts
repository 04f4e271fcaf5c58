import type { LinkedDocument } from '../../domain/understood.ts';
import { numberInQuery, pageName, resolveLink } from './address.ts';
import { aliasesFor, type Origin } from './source.ts';

type DocumentKind = LinkedDocument['kind'];

/** What a link calls itself and leads to, before it is known to be a document. */
export interface NamedLink {
  readonly title: string;
  readonly href: string;
}

/** A document of the whole meeting, from a page's list of actions; null for a link to something else. */
export const meetingDocument = (origin: Origin, link: NamedLink): LinkedDocument | null => {
  const url = resolveLink(link.href, origin.address);
  if (url === null || !isDocument(link.href)) return null;
  const supplement = supplementId(link.href);
  return {
    aliases:
      supplement === null
        ? aliasesFor(origin, 'document', attachmentId(link.href))
        : aliasesFor(origin, 'supplement', supplement),
    title: link.title,
    url,
    kind: supplement === null ? meetingKind(link) : 'supplement',
    restricted: false,
  };
};

/** A document of one item. */
export const itemDocument = (origin: Origin, link: NamedLink, kind: DocumentKind): LinkedDocument => ({
  aliases: aliasesFor(origin, 'document', attachmentId(link.href)),
  title: link.title,
  url: resolveLink(link.href, origin.address),
  kind,
  restricted: false,
});

/** Named, but never to be fetched. */
export const restrictedDocument = (
  aliases: LinkedDocument['aliases'],
  title: string,
  kind: DocumentKind = 'report',
): LinkedDocument => ({ aliases, title, url: null, kind, restricted: true });

/** The same document named twice is kept once: the first by its id, its link, or, without both, its title. */
export const withoutRepeats = (documents: readonly LinkedDocument[]): readonly LinkedDocument[] => {
  const seen = new Set<string>();
  return documents.filter((document) => {
    const ids = document.aliases.map(({ kind, id }) => `${kind} ${id}`);
    const keys = [...ids, ...(document.url === null ? [] : [`url ${document.url}`])];
    if (keys.length === 0) keys.push(`title ${document.title}`);
    const repeated = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !repeated;
  });
};

/** Whether a link leads to a file or a pack that ModernGov makes. */
export const isDocument = (href: string): boolean =>
  /(?:^|\/)documents\/[a-z]?\d/iu.test(href) ||
  /^mg(?:choosedocpack|convert2pdf)\.aspx$/u.test(pageName(href));

/**
 * The agenda's own number, which packs are named by and which is not the meeting's id. Older sites make them by
 * `mgConvert2PDF.aspx?ID=3035&T=0`.
 */
export const agendaId = (href: string): string | null =>
  /(?:^|\/)documents\/g(\d{1,12})\//iu.exec(href)?.[1] ??
  (isPage(href, 'mgchoosedocpack.aspx') || /^(?:0|1|2|10)$/u.test(convertedKind(href))
    ? numberInQuery(href, 'ID')
    : null);

const supplementId = (href: string): string | null =>
  (isPage(href, 'mgchoosedocpack.aspx') ? numberInQuery(href, 'SID') : null) ??
  (convertedKind(href) === '9' ? numberInQuery(href, 'ID') : null) ??
  /(?:^|\/)documents\/b(\d{1,12})\//iu.exec(href)?.[1] ??
  null;

const attachmentId = (href: string): string | null =>
  /(?:^|\/)documents\/s(\d{1,12})\//iu.exec(href)?.[1] ??
  (isPage(href, 'mgconvert2pdf.aspx') && convertedKind(href) === '' ? numberInQuery(href, 'ID') : null);

const isPage = (href: string, name: string): boolean => pageName(href) === name;

/** What `T` says in a link to a file made on demand; empty for a plain document. */
const convertedKind = (href: string): string =>
  isPage(href, 'mgconvert2pdf.aspx') ? (numberInQuery(href, 'T') ?? '') : '';

const KINDS: Readonly<Record<string, DocumentKind>> = {
  '0': 'agenda',
  '1': 'minutes',
  '2': 'decisions',
  '9': 'supplement',
  '10': 'pack',
};

const meetingKind = ({ title, href }: NamedLink): DocumentKind => {
  const told = KINDS[numberInQuery(href, 'T') ?? ''];
  if (told !== undefined) return told;
  // Without a number its words tell, or the name of the file.
  const words = `${title} ${(href.split('?', 1)[0] ?? '').replaceAll(/[+_]|%20/gu, ' ')}`;
  if (/\b(?:supplement|late (?:papers?|items?|materials?)|addendum|to follow|tabled)/iu.test(words))
    return 'supplement';
  if (/\bpack\b/iu.test(words) || isPage(href, 'mgchoosedocpack.aspx')) return 'pack';
  if (/\bminutes\b/iu.test(words)) return 'minutes';
  if (/\bdecisions?\b/iu.test(words)) return 'decisions';
  return /\b(?:front\s?sheet|agenda)\b/iu.test(words) ? 'agenda' : 'other';
};
