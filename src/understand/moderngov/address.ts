const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:/iu;
const PAGE_OF_SITE =
  /^(https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?)\/(?:mgwebservicew?\.asmx|(?:mg|ie|ce|ec)\w{2,60}\.aspx|documents\/|userdata\/|mgimages\/)/iu;
const ESCAPES = /[^\u0021\u0023-\u003B\u003D\u003F-\u005F\u0061-\u007A\u007C\u007E]/gu;

/**
 * A link made absolute by the address of the page that holds it. Without an address it stays as it is given. Null for
 * what is no link of the web: a script, a mail address, a place in the page.
 */
export const resolveLink = (href: string | null | undefined, address: string | null): string | null => {
  const link = (href ?? '').trim().toWellFormed();
  if (link === '' || link.startsWith('#') || link.length > 4000) return null;
  if (SCHEME.test(link)) return /^https?:\/\//iu.test(link) ? escapeUnsafe(link) : null;
  const base = /^(https?:)\/\/([^/?#\s]+)([^?#\s]*)/iu.exec(address ?? '');
  if (base === null) return link;
  const [, scheme = '', host = '', path = ''] = base;
  if (link.startsWith('//')) return escapeUnsafe(`${scheme}${link}`);
  const origin = `${scheme}//${host}`;
  if (link.startsWith('/')) return escapeUnsafe(origin + withoutDots(link));
  if (link.startsWith('?')) return escapeUnsafe(origin + (path || '/') + link);
  return escapeUnsafe(origin + withoutDots(`${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${link}`));
};

/**
 * The ModernGov site that an address belongs to, `https://host/path`, or null when it is no such address. A site that
 * answers both ways is one: links within it often say `http`.
 */
export const siteOf = (address: string | null): string | null => {
  if (address === null || address.length > 4000) return null;
  const found = PAGE_OF_SITE.exec(address)?.[1];
  if (found === undefined) return null;
  const slash = found.indexOf('/', found.indexOf('//') + 2);
  const site = slash === -1 ? found.toLowerCase() : found.slice(0, slash).toLowerCase() + found.slice(slash);
  return site.replace(/^http:/u, 'https:');
};

/** The first number that a link's query gives under one of these names; names are compared without case. */
export const numberInQuery = (
  link: string | null | undefined,
  ...names: readonly string[]
): string | null => {
  const query = /\?([^#]{0,2000})/u.exec(link ?? '')?.[1] ?? '';
  for (const pair of query.split(/&(?:amp;)?/u)) {
    const [name = '', value = ''] = pair.split('=');
    if (names.some((one) => one.toLowerCase() === name.toLowerCase()) && /^\d{1,12}$/u.test(value))
      return value;
  }
  return null;
};

/** The last part of a link's path, in lower case: `ielistdocuments.aspx`. */
export const pageName = (link: string | null | undefined): string => {
  const path = (link ?? '').split(/[?#]/u, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
};

const withoutDots = (link: string): string => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(link) ?? [];
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
  }
  const joined = kept.join('/');
  return (joined.startsWith('/') ? joined : `/${joined}`) + rest;
};

const escapeUnsafe = (link: string): string =>
  link.replaceAll(ESCAPES, (character) => encodeURIComponent(character));
