import type { Council, Who } from './council.ts';
import type { ServerRows, LogRow } from './server-rows.ts';

/**
 * Whether a person may read a row of the log, by the design (section 5) and from the grants as they are
 * now. Written anew on purpose: it shares nothing with the server's own way of finding that out.
 */
export const mayRead = (council: Council, { log, grants }: ServerRows, who: Who, row: LogRow): boolean => {
  const personId = council.people[who];
  if (row.person_id === personId) return true;
  // What was noted was said by somebody, who reads for ever that it was.
  const isNoted =
    row.type === 'record.noted' &&
    log.some(({ id, person_id: author }) => row.refs.includes(id) && author === personId);
  if (isNoted) return true;
  const own = grants.filter((grant) => grant.person_id === personId);
  if (own.length === 0) return false;
  if (row.type === 'meeting.publish') return true;
  const committee = council.meetings.find(({ meetingId }) => meetingId === row.meeting_id)?.committeeId;
  const isClerk = own.some(
    ({ role, committee_id: of }) => role === 'clerk' && (of === null || of === committee),
  );
  if (isClerk) return true;
  const isChair = who === 'chair' && row.meeting_id === council.meetings[0].meetingId;
  return isChair && row.type !== 'apology.reason' && row.type !== 'record.noted';
};
