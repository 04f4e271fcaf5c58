import { type Document, isComment } from 'domhandler';
import { resolveLink, siteOf } from './address.ts';
import { select } from './elements.ts';
import type { Given, Origin } from './source.ts';

/** Where a page's links start from: its address, or what a saved page says of where it came from. */
export const pageOrigin = ({ file, address }: Given, document: Document): Origin => {
  const own = address ?? addressWithin(document);
  const base = resolveLink(select('base[href]', document)[0]?.attribs['href'], own);
  const from = base !== null && /^https?:/iu.test(base) ? base : own;
  return { file, address: from, site: siteOf(own) ?? siteOf(from) };
};

const addressWithin = (document: Document): string | null => {
  const given = [
    ...select('link[rel="canonical"]', document).map(({ attribs }) => attribs['href']),
    ...select('meta[property="og:url"]', document).map(({ attribs }) => attribs['content']),
    ...document.children
      .filter(isComment)
      .map(({ data }) => /saved from url=\(\d{1,6}\)(\S{1,2000})/u.exec(data)?.[1]),
  ];
  return given.find((one) => one !== undefined && siteOf(one) !== null) ?? null;
};
