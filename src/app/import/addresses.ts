import { err, ok, type Result } from '../../domain/result.ts';

export type AddressFault =
  | { readonly kind: 'not-https'; readonly address: string }
  | { readonly kind: 'not-an-address'; readonly address: string }
  | { readonly kind: 'too-many-addresses' };

const maxAddresses = 20;
const maxLength = 2000;

/** The addresses of web pages in what was typed, one on each line. */
export const readAddresses = (typed: string): Result<readonly string[], AddressFault> => {
  const lines = [...new Set(typed.split(/\s+/).filter((line) => line !== ''))];
  if (lines.length > maxAddresses) return err({ kind: 'too-many-addresses' });
  for (const address of lines) {
    // Typed without its beginning, as addresses are printed and said.
    if (/^(?!https:)[a-z][a-z+.-]*:\/\//i.test(address)) return err({ kind: 'not-https', address });
    if (addressOf(address) === null) return err({ kind: 'not-an-address', address });
  }
  return ok(lines.flatMap((line) => addressOf(line) ?? []));
};

/**
 * What to fetch once more for files that were fetched before, when nobody remembers the request: each of them, or
 * the first with what it points to where that would be too many.
 */
export const fetchedBefore = (
  files: readonly { readonly name: string }[],
): { readonly addresses: readonly string[]; readonly documents: boolean } => {
  const addresses = files.filter(wasFetched).map(({ name }) => name);
  return addresses.length <= maxAddresses
    ? { addresses, documents: false }
    : { addresses: addresses.slice(0, 1), documents: true };
};

/** Whether a file of an import was fetched: then its name is its address. */
export const wasFetched = ({ name }: { readonly name: string }): boolean => name.startsWith('https://');

const addressOf = (line: string): string | null => {
  const url = parseUrl(/^https:/i.test(line) ? line : `https://${line}`);
  const isPublic = url !== null && url.hostname.includes('.') && url.username === '' && url.password === '';
  return isPublic && url.href.length <= maxLength ? url.href : null;
};

// `URL.parse` is younger than the oldest browser that the app runs in.
const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
