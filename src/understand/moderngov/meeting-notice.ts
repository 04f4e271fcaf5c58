import type { UnderstoodMeeting } from '../../domain/understood.ts';
import { meetingState } from './meeting-state.ts';

type MeetingState = NonNullable<UnderstoodMeeting['state']>['value'];

/** What a notice above the agenda says: that the whole meeting does not take place, or at another time. */
export interface Notice {
  readonly state: MeetingState;
  readonly line: string;
}

const NOTICE =
  /^(?:(?:please note|note|important|notice)[\s:,–-]{0,4})?(?:that )?(?:this|the|due to .{1,80} (?:this|the)) (?:[\w-]{1,20} ){0,4}meeting (?:(?:on|of|scheduled for|due to be held on) .{1,60} )?(?:(?:has|have) (?:now )?been|was|is|will be) (?:now )?(?:cancell?ed|postponed|re-?scheduled|re-?arranged|abandoned|moved to (?!(?:the |a )?(?:private|part)))|^(?:meeting )?(?:cancell?ed|postponed|re-?scheduled|wedi'i (?:ganslo|ohirio))[.!]?$/iu;

/** The first such notice among short lines. */
export const findNotice = (lines: readonly string[]): Notice | null => {
  for (const line of lines.slice(0, 200)) {
    const [said] = line.length > 600 ? [] : (NOTICE.exec(line) ?? []);
    const state = said === undefined ? null : meetingState(said);
    if (state !== null && state !== 'confirmed') return { state, line };
  }
  return null;
};
