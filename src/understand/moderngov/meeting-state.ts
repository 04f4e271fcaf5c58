import type { UnderstoodMeeting } from '../../domain/understood.ts';

type MeetingState = NonNullable<UnderstoodMeeting['state']>['value'];

/** What words such as "Confirmed; Budget Council" or ", CANCELLED" say of a meeting; null when they say nothing. */
export const meetingState = (words: string): MeetingState | null => {
  if (/\b(?:cancell?ed|abandoned|[wg]edi.{0,4}i? ?(?:g|ch)anslo|(?:g|ch)?canslwyd)\b/iu.test(words))
    return 'cancelled';
  if (
    /\b(?:moved|postponed|re-?scheduled|re-?arranged|deferred|date changed|new date|(?:g|wedi'i )?ohiri\w{0,5})\b/iu.test(
      words,
    )
  )
    return 'moved';
  return /\bconfirmed\b/iu.test(words) && !/\bun-?confirmed|not confirmed|to be confirmed\b/iu.test(words)
    ? 'confirmed'
    : null;
};
