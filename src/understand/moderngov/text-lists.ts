import type { Fact, UnderstoodMember } from '../../domain/understood.ts';
import type { CommitteeDetails } from './committee-page.ts';
import { readNamedMember } from './committee-members.ts';
import { findDate, findTime } from './local-time.ts';
import { type MeetingList, MOST_MEETINGS, startOf } from './meeting-list.ts';
import { meetingState } from './meeting-state.ts';
import { factFrom, type Origin } from './source.ts';
import { tidy } from './text-of.ts';

/** What a copied page lists: a committee's meetings, or its members. */
export type TextList = 'text-meetings' | 'text-committee';

const MOST_LINES = 20_000;
const LISTS_MEETINGS =
  /^(?:browse meetings|pori(?:'r)? cyfarfodydd|this page lists the meetings for .{1,200})$/iu;
const MEETINGS_OF = /^this page lists the meetings for (.{1,200}?)\.?$/iu;
const DETAILS = /^(?:committee details|manylion(?:'r|y)? pwyllgor)$/iu;
const MEMBERSHIP = /^(?:(?:committee |current )?membership|members|aelodaeth)\s?:?$/iu;
const ENDS_MEMBERS =
  /^(?:contact|substitutes?|reserves?|support officer|meetings|purpose|information|terms of reference|outside bod|cyswllt|eilydd|cyfarfodydd|address|phone|e-?mail)\b|:$/iu;

/** The lines of a copied page, without what marks a list. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/u, MOST_LINES)
    .map((line) => tidy(line.slice(0, 2000)).replace(/^[•·*-]\s?/u, ''))
    .filter((line) => line !== '');

/** Which list a copied page is; null for anything else. */
export const textListKind = (text: string): TextList | null => {
  const lines = linesOf(text);
  if (lines.some((line) => LISTS_MEETINGS.test(line)) && lines.some(isMeetingLine)) return 'text-meetings';
  const details = lines.findIndex((line) => DETAILS.test(line));
  if (details !== -1 && lines.slice(details).some((line) => MEMBERSHIP.test(line))) return 'text-committee';
  return null;
};

const isMeetingLine = (line: string): boolean => {
  const found = line.length > 300 ? null : findDate(line);
  return found !== null && found.before.trim() === '' && findTime(found.after.slice(0, 20)) !== null;
};

/** The meetings of a copied list. Its links are lost, so they have no ids. */
export const readMeetingsText = (origin: Origin, text: string): MeetingList => {
  const lines = linesOf(text);
  const told = lines.flatMap((line) => MEETINGS_OF.exec(line)?.[1] ?? [])[0] ?? null;
  const named = lines[lines.findIndex((line) => LISTS_MEETINGS.test(line)) + 1] ?? '';
  const committee = told ?? (named === '' || isMeetingLine(named) ? null : named);
  const meetings = lines
    .filter(isMeetingLine)
    .slice(0, MOST_MEETINGS)
    .map((line) => {
      const found = findDate(line);
      const after = found?.after ?? '';
      const status = / [-–—] (?:NEW!? )?(.{1,200})$/u.exec(after)?.[1]?.trim() ?? null;
      const date = found?.date ?? null;
      return factFrom(
        origin,
        {
          aliases: [],
          committee,
          date,
          start: startOf(date, findTime(after)),
          status,
          state: meetingState(after),
          url: null,
        },
        line,
      );
    });
  return { meetings, earlier: null, later: null, whole: true };
};

/** A committee with its members from its copied page. */
export const readCommitteeText = (origin: Origin, text: string): CommitteeDetails => {
  const lines = linesOf(text);
  const name = lines[lines.findIndex((line) => DETAILS.test(line)) + 1] ?? '';
  const first = lines.findIndex((line) => MEMBERSHIP.test(line)) + 1;
  const members: Fact<UnderstoodMember>[] = [];
  for (const line of lines.slice(first, first + 300)) {
    if (ENDS_MEMBERS.test(line)) break;
    const member = line.length > 150 ? null : readNamedMember(origin, line);
    if (member !== null) members.push(member);
  }
  return {
    aliases: [],
    name: name === '' || MEMBERSHIP.test(name) ? null : factFrom(origin, name, name),
    members,
  };
};
