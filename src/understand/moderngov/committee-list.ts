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
  for (const node of select('.mgSectionTitle, .mgBulletList a', document)) {
    if (committees.length >= MOST_COMMITTEES) break;
    if (node.name !== 'a') {
      category = tidy(textOf(node.children)).slice(0, 2000) || null;
      continue;
    }
    const id =
      pageName(hrefOf(node)) === 'mgcommitteedetails.aspx' ? numberInQuery(hrefOf(node), 'ID') : null;
    const name = titleOf([node]);
    if (id === null || name === '' || seen.has(id) || holderOf(node, 'table', 'nav') !== null) continue;
    seen.add(id);
    const aliases = aliasesFor(origin, 'committee', id);
    committees.push(factFrom(origin, { aliases, name, category, deleted: null, expired: null }, name));
  }
  return { committees, whole: true };
};
