import type { Document, Element } from 'domhandler';
import type { Alias, Fact } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { childrenNamed, flag, holderOf, hrefOf, idText, lineText, select } from './elements.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';
import { textOf, tidy, titleOf } from './text-of.ts';

/** A committee as a list of them names it. */
export interface UnderstoodCommittee {
  readonly aliases: readonly Alias[];
  readonly name: string;
  /** The heading that it stands under. */
  readonly category: string | null;
  /** Null where the source does not say, as on pages. */
  readonly deleted: boolean | null;
  readonly expired: boolean | null;
}

/** All committees of a council, in the order of the source. */
export interface CommitteeList {
  readonly committees: readonly Fact<UnderstoodCommittee>[];
  /** False when the source says another number of committees, or ends before its end. */
  readonly whole: boolean;
}

const MOST_COMMITTEES = 5000;

/** GetCommittees' answer. */
export const readGetCommittees = (origin: Origin, root: Element, whole: boolean): CommitteeList => {
  const nodes = childrenNamed(root, 'committee').slice(0, MOST_COMMITTEES);
  const committees = nodes.flatMap((node) => {
    const name = lineText(node, 'committeetitle');
    const aliases = aliasesFor(origin, 'committee', idText(node, 'committeeid'));
    if (name === null && aliases.length === 0) return [];
    const committee = {
      aliases,
      name: name ?? '',
      category: lineText(node, 'committeecategory'),
      deleted: flag(node, 'committeedeleted'),
      expired: flag(node, 'committeeexpired'),
    };
    return [factFrom(origin, committee, committee.name, name === null ? 'guessed' : null)];
  });
  const count = lineText(root, 'committeescount');
  return { committees, whole: whole && (count === null || Number(count) === committees.length) };
};

/** A page that lists a council's committees under headings. */
export const readCommitteesPage = (origin: Origin, document: Document): CommitteeList => {
  const seen = new Set<string>();
  const committees: Fact<UnderstoodCommittee>[] = [];
  let category: string | null = null;
  for (const node of committeeNodes(document)) {
    if (committees.length >= MOST_COMMITTEES) break;
    if (node.name !== 'a') {
      category = tidy(textOf(node.children)).slice(0, 2000) || null;
      continue;
    }
    const id = committeeId(hrefOf(node));
    const name = titleOf([node]);
    if (id === null || name === '' || seen.has(id) || holderOf(node, 'nav') !== null) continue;
    seen.add(id);
    const aliases = aliasesFor(origin, 'committee', id);
    committees.push(factFrom(origin, { aliases, name, category, deleted: null, expired: null }, name));
  }
  return { committees, whole: true };
};

/** Headings and links in the order of the page. Other skins have tables, or no classes at all. */
const committeeNodes = (document: Document): readonly Element[] => {
  const listed = select('.mgSectionTitle, .mgBulletList a', document);
  return listed.some((node) => committeeId(hrefOf(node)) !== null)
    ? listed
    : select('.mgSectionTitle, h2, h3, caption, a[href]', document);
};

/** Whether a page's links lead to several committees. */
export const listsCommittees = (document: Document): boolean =>
  new Set(committeeNodes(document).flatMap((node) => committeeId(hrefOf(node)) ?? [])).size > 1;

/** Older lists lead to a committee's meetings instead of its details. */
const committeeId = (href: string): string | null => {
  const page = pageName(href);
  if (page === 'mgcommitteedetails.aspx') return numberInQuery(href, 'ID');
  return page === 'ielistmeetings.aspx' && !/[?&;]act=/iu.test(href)
    ? numberInQuery(href, 'CommitteeId', 'CId')
    : null;
};
