import type { Document } from 'domhandler';
import type { Alias, Fact, UnderstoodMember } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { readCommitteeMembers } from './committee-members.ts';
import { hrefOf, select, selectLine } from './elements.ts';
import { aliasesFor, factFrom, type Given, type Origin } from './source.ts';

/** A committee with its members, in the order of the page. */
export interface CommitteeDetails {
  readonly aliases: readonly Alias[];
  readonly name: Fact<string> | null;
  readonly members: readonly Fact<UnderstoodMember>[];
}

/** A committee's own page, `mgCommitteeDetails.aspx`. Substitutes and officers are no members. */
export const readCommitteePage = (given: Given, origin: Origin, document: Document): CommitteeDetails => {
  const name = selectLine('.mgSubTitleTxt', document);
  return {
    aliases: aliasesFor(origin, 'committee', committeeId(given, document)),
    name: name === null ? null : factFrom(origin, name, name),
    members: readCommitteeMembers(origin, document),
  };
};

const committeeId = ({ address }: Given, document: Document): string | null => {
  if (pageName(address) === 'mgcommitteedetails.aspx') return numberInQuery(address, 'ID');
  const links = select('#modgov a[href], .mgActionList a[href], link[href]', document).map(hrefOf);
  const ids = links.map((link) => {
    if (pageName(link) === 'ielistmeetings.aspx') return numberInQuery(link, 'CommitteeId', 'CId');
    if (pageName(link) === 'mgrss.aspx') return numberInQuery(link, 'CID');
    return pageName(link) === 'mgcommitteemailinglist.aspx' ? numberInQuery(link, 'ID') : null;
  });
  return ids.find((id) => id !== null) ?? null;
};
