import type { Element } from 'domhandler';
import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { childrenWithin, idOf, lineOf, lineText } from './elements.ts';
import { withoutPrivate } from './private-details.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';

// "Cabinet Member for Public Health" is a member, and "Clerk to the Council" is none.
const MEMBERS =
  /\b(?:members?|councillors?|cllr|leader|mayor|portfolio|cabinet|chair\w{0,8}|co-?opt\w{0,4}|substitute|alderman|aelod|cadeirydd)\b/iu;
const NOT_MEMBERS =
  /\b(?:officers?|clerk|secretary|solicitor|support|press|public|guest|observer|speaker|witness|advis[eo]r)\b/iu;
const NO_PERSON = /^\W*(?:vacan(?:t|cy)\b.{0,30}|to be (?:confirmed|appointed)|tbc|swydd wag)\W*$/iu;

/** The members among a meeting's attendees; officers and guests are left out. */
export const readAttendees = (origin: Origin, meeting: Element): readonly Fact<UnderstoodMember>[] =>
  childrenWithin(meeting, 'attendees', 'attendee').flatMap((attendee) => {
    const given = (name: string): string | null =>
      lineOf(attendee.attribs[name] ?? '') ?? lineText(attendee, name);
    const name = withoutPrivate(given('name'));
    const role = given('roledescription') ?? '';
    if (name === null || isVacancy(name) || isNoMember(role)) return [];
    const member: UnderstoodMember = {
      aliases: aliasesFor(origin, 'person', idOf(given('memberid') ?? undefined)),
      name,
      role: memberRole(role),
      party: withoutPrivate(given('politicalparty')),
      ward: withoutPrivate(given('ward') ?? given('representing')),
      attendance: withoutPrivate(given('attendance')),
    };
    return [factFrom(origin, member, role === '' ? name : `${name}, ${withoutPrivate(role) ?? ''}`)];
  });

/** Whether a role is that of an officer or a guest. */
export const isNoMember = (role: string): boolean => NOT_MEMBERS.test(role) && !MEMBERS.test(role);

/** Whether a place in a list of members is named and nobody holds it. */
export const isVacancy = (name: string): boolean => NO_PERSON.test(name);

/** "Vice-Chair", "Deputy Chairman" and the like are no chair, and a deputy leader is no vice-chair. */
export const memberRole = (words: string): UnderstoodMember['role'] => {
  if (
    /\b(?:(?:vice|deputy|dirprwy|is)[\s-]{0,3}(?:chair\w{0,6}|[gc]h?adeirydd)|vice\b(?! president| lord)|is-?gadeirydd)/iu.test(
      words,
    )
  )
    return 'vice-chair';
  return /\b(?:chair(?:man|woman|person)?|[gc]h?adeirydd)\b/iu.test(words) ? 'chair' : 'member';
};
