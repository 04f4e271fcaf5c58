import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { numberInQuery, pageName } from './address.ts';
import { isVacancy, memberRole } from './attendees.ts';
import { holderOf, hrefOf, select } from './elements.ts';
import { withoutPrivate } from './private-details.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';
import { hasClass, textOf, tidy } from './text-of.ts';

const MOST_MEMBERS = 1000;
const NOT_MEMBERS =
  /\b(?:substitutes?|reserves?|officers?|advis[eo]rs?|contacts?|observers?|eilydd(?:ion)?)\b/iu;
const MEMBERSHIP = /^(?:(?:committee |current )?(?:membership|members)|aelodaeth|aelodau)\b/iu;

/** The members on a committee's page, in its order. Substitutes and officers are none, and nobody holds a vacancy. */
export const readCommitteeMembers = (
  origin: Origin,
  document: Document,
): readonly Fact<UnderstoodMember>[] => {
  const members: Fact<UnderstoodMember>[] = [];
  const seen = new Set<string>();
  let heading = '';
  for (const node of select('h2, h3, h4, .mgSectionTitle, .mgSubItemTitleTxt, li, a[href]', document)) {
    if (members.length >= MOST_MEMBERS) break;
    if (node.name !== 'a' && node.name !== 'li') heading = tidy(textOf(node.children));
    else if (!NOT_MEMBERS.test(heading) && holderOf(node, 'nav') === null) {
      const member = node.name === 'a' ? linkedMember(origin, node) : unlinkedMember(origin, node, heading);
      const key = member?.value.aliases[0]?.id ?? member?.value.name ?? '';
      if (member === null || seen.has(key)) continue;
      seen.add(key);
      members.push(member);
    }
  }
  return members;
};

const linkedMember = (origin: Origin, link: Element): Fact<UnderstoodMember> | null => {
  const id = pageName(hrefOf(link)) === 'mguserinfo.aspx' ? numberInQuery(hrefOf(link), 'UID') : null;
  // A picture of a member is a link as well.
  const words = tidy(textOf([link])).slice(0, 500);
  if (id === null || words === '') return null;
  const entry = holderOf(link, 'li', 'tr');
  const line = entry === null ? words : tidy(textOf([entry])).slice(0, 1000);
  return readMember(origin, { id, words, line });
};

/** Co-opted members often have no page of their own. */
const unlinkedMember = (origin: Origin, entry: Element, heading: string): Fact<UnderstoodMember> | null => {
  const isListed = hasClass(holderOf(entry, 'ul') ?? entry, 'mgBulletList') && MEMBERSHIP.test(heading);
  if (!isListed || entry.children.some(holdsMore)) return null;
  const line = tidy(textOf([entry])).slice(0, 300);
  return line === '' ? null : readMember(origin, { id: null, words: line, line });
};

const holdsMore = (node: AnyNode): boolean =>
  isTag(node) && (['a', 'ul', 'ol', 'li', 'p', 'table'].includes(node.name) || select('a', node).length > 0);

/** A member of whom a line says nothing but name and role; null for a substitute, an officer or a vacancy. */
export const readNamedMember = (origin: Origin, line: string): Fact<UnderstoodMember> | null =>
  readMember(origin, { id: null, words: line, line });

interface Entry {
  readonly id: string | null;
  /** What names the member, with a role behind it or not. */
  readonly words: string;
  readonly line: string;
}

const readMember = (origin: Origin, { id, words, line }: Entry): Fact<UnderstoodMember> | null => {
  const [, bare = words, own = ''] = /^(.{1,300}?)\s*[([]([^()[\]]{1,100})[)\]]\s*$/u.exec(words) ?? [];
  const name = withoutPrivate(isRole(own) ? bare : words);
  const role = `${own} ${line.slice(line.indexOf(words) + words.length)}`;
  if (name === null || isVacancy(name) || NOT_MEMBERS.test(role)) return null;
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

const isRole = (words: string): boolean =>
  memberRole(words) !== 'member' ||
  NOT_MEMBERS.test(words) ||
  /\b(?:co-?opt\w{0,4}|voting|non-voting|member|independent|ex[- ]officio|aelod)\b/iu.test(words);
