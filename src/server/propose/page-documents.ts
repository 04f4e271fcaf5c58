import type { Proposal } from '../../domain/proposal.ts';
import type { LinkedDocument } from '../../domain/understood.ts';
import { bareName } from '../../understand/pdf/file-name.ts';
import { siteOf } from '../../understand/moderngov/address.ts';
import type { Given } from './given-files.ts';

/** A large council's annual meeting has some 80. */
const mostDocuments = 200;

/**
 * The documents that pages point to, to be fetched as well: of the pages' own sites only, each once, never a restricted
 * one, and no whole pack, which would bring every paper a second time.
 */
export const pageDocuments = (proposal: Proposal, pages: readonly string[]): readonly Given[] => {
  const sites = new Set(pages.map((page) => siteOf(safely(page))));
  const linked = proposal.meetings.flatMap(({ documents, items }) => [
    ...documents,
    ...items.flatMap((item) => item.documents),
  ]);
  const chosen = new Map<string, Given>();
  for (const { url: named, restricted, kind } of linked) {
    const url = named === null ? null : safely(named);
    if (url === null || restricted || kind === 'pack' || !sites.has(siteOf(url))) continue;
    if (chosen.size < mostDocuments)
      chosen.set(url, { kind: 'address', name: nameOf(url, kind), address: url });
  }
  return [...chosen.values()];
};

// Sites that answer both ways often write the unsafe one into their links.
const safely = (url: string): string => url.replace(/^http:/iu, 'https:');

/** As a file of that name would be called when somebody saved it. */
const nameOf = (url: string, kind: LinkedDocument['kind']): string => {
  const name = bareName(url).replace(/[/\\:*?"<>|]/gu, '_');
  // "mgConvert2PDF.aspx?ID=60860" has no name of its own.
  const id = /[?&]ID=(\d+)/iu.exec(url)?.[1];
  return /\.aspx$/iu.test(name) || name === '' ? `${kind} ${id ?? 'without a name'}.pdf` : `${name}.pdf`;
};
