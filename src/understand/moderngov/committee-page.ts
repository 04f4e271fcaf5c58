import type { Document, Element } from 'domhandler';
import type { Alias, Fact, UnderstoodMember } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { memberRole } from './attendees.ts';
import { holderOf, hrefOf, select, selectLine } from './elements.ts';
import { withoutPrivate } from './private-details.ts';
import { aliasesFor, factFrom, type Given, type Origin } from './source.ts';
import { textOf, tidy } from './text-of.ts';

/** A committee with its members, in the order of the page. */
export interface CommitteeDetails {
  readonly aliases: readonly Alias[];
  readonly name: Fact<string> | null;
  readonly members: readonly Fact<UnderstoodMember>[];
}

const MOST_MEMBERS = 1000;
const NOT_MEMBERS = /\b(?:substitutes?|reserves?|officers?|advis[eo]rs?|contacts?|observers?)\b/iu;

/** A committee's own page, `mgCommitteeDetails.aspx`. Substitutes and officers are no members. */
export const readCommitteePage = (given: Given, origin: Origin, document: Document): CommitteeDetails => {
  const name = selectLine('.mgSubTitleTxt', document);
  return {
    aliases: aliasesFor(origin, 'committee', committeeId(given, document)),
    name: name === null ? null : factFrom(origin, name, name),
    members: readMembers(origin, document),
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

const readMembers = (origin: Origin, document: Document): readonly Fact<UnderstoodMember>[] => {
  const members: Fact<UnderstoodMember>[] = [];
  const seen = new Set<string>();
  let heading = '';
  for (const node of select('h2, h3, h4, .mgSectionTitle, .mgBulletList a', document)) {
    if (members.length >= MOST_MEMBERS) break;
    if (node.name !== 'a') {
      heading = tidy(textOf(node.children));
      continue;
    }
    const id = pageName(hrefOf(node)) === 'mguserinfo.aspx' ? numberInQuery(hrefOf(node), 'UID') : null;
    if (id === null || seen.has(id) || NOT_MEMBERS.test(heading)) continue;
    const member = readMember(origin, node, id);
    if (member === null) continue;
    seen.add(id);
    members.push(member);
  }
  return members;
};

const readMember = (origin: Origin, link: Element, id: string): Fact<UnderstoodMember> | null => {
  const name = withoutPrivate(tidy(textOf([link])).slice(0, 500));
  const entry = holderOf(link, 'li');
  const line = entry === null ? (name ?? '') : tidy(textOf([entry])).slice(0, 1000);
  const role = line.slice(line.indexOf(name ?? '') + (name ?? '').length);
  if (name === null || NOT_MEMBERS.test(role)) return null;
  const member: UnderstoodMember = {
    aliases: aliasesFor(origin, 'person', id),
    name,
    role: memberRole(role),
    party: null,
    ward: null,
    attendance: null,
  };
  return factFrom(origin, member, withoutPrivate(line) ?? name);
};
