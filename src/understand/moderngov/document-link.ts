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

/** The agenda's own number, which packs are named by and which is not the meeting's id. */
export const agendaId = (href: string): string | null =>
  /(?:^|\/)documents\/g(\d{1,12})\//iu.exec(href)?.[1] ??
  (pageName(href) === 'mgchoosedocpack.aspx' ? numberInQuery(href, 'ID') : null);

const supplementId = (href: string): string | null =>
  (pageName(href) === 'mgchoosedocpack.aspx' ? numberInQuery(href, 'SID') : null) ??
  /(?:^|\/)documents\/b(\d{1,12})\//iu.exec(href)?.[1] ??
  null;

const attachmentId = (href: string): string | null =>
  /(?:^|\/)documents\/s(\d{1,12})\//iu.exec(href)?.[1] ??
  (pageName(href) === 'mgconvert2pdf.aspx' ? numberInQuery(href, 'ID') : null);

const KINDS: Readonly<Record<string, DocumentKind>> = {
  '0': 'agenda',
  '1': 'minutes',
  '2': 'decisions',
  '9': 'supplement',
  '10': 'pack',
};

const meetingKind = ({ title, href }: NamedLink): DocumentKind => {
  const told = /(?:^|\/)documents\//iu.test(href) ? KINDS[numberInQuery(href, 'T') ?? ''] : undefined;
  if (told !== undefined) return told;
  if (/\b(?:supplement|late|addendum|to follow|tabled)/iu.test(title)) return 'supplement';
  if (/\bpack\b/iu.test(title) || pageName(href) === 'mgchoosedocpack.aspx') return 'pack';
  if (/\bminutes\b/iu.test(title)) return 'minutes';
  if (/\bdecisions?\b/iu.test(title)) return 'decisions';
  return /\b(?:front\s?sheet|agenda)\b/iu.test(title) ? 'agenda' : 'other';
};
