import type { Element } from 'domhandler';
import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import { childrenWithin, idOf, lineOf } from './elements.ts';
import { withoutPrivate } from './private-details.ts';
import { aliasesFor, factFrom, type Origin } from './source.ts';

const NOT_MEMBERS =
  /\b(?:officer|clerk|secretary|solicitor|support|press|public|guest|observer|speaker|witness)\b/iu;

/** The members among a meeting's attendees; officers and guests are left out. */
export const readAttendees = (origin: Origin, meeting: Element): readonly Fact<UnderstoodMember>[] =>
  childrenWithin(meeting, 'attendees', 'attendee').flatMap((attendee) => {
    const given = (name: string): string | null => lineOf(attendee.attribs[name] ?? '');
    const name = withoutPrivate(given('name'));
    const role = given('roledescription') ?? '';
    if (name === null || NOT_MEMBERS.test(role)) return [];
    const member: UnderstoodMember = {
      aliases: aliasesFor(origin, 'person', idOf(attendee.attribs['memberid'])),
      name,
      role: memberRole(role),
      party: withoutPrivate(given('politicalparty')),
      ward: withoutPrivate(given('ward') ?? given('representing')),
      attendance: withoutPrivate(given('attendance')),
    };
    return [factFrom(origin, member, role === '' ? name : `${name}, ${withoutPrivate(role) ?? ''}`)];
  });

/** "Vice-Chair", "Deputy Chairman" and the like are no chair. */
export const memberRole = (words: string): UnderstoodMember['role'] => {
  if (/\b(?:vice|deputy|is-?gadeirydd)\b/iu.test(words)) return 'vice-chair';
  return /\b(?:chair(?:man|woman|person)?|cadeirydd)\b/iu.test(words) ? 'chair' : 'member';
};
