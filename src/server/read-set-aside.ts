import { bodySchemas } from '../protocol/event-schema.ts';
import { setAsideMax, type SetAsideRecord } from '../protocol/set-aside.ts';
import type { CouncilDatabase } from './db/database.ts';
import type { ScopeGrant } from './readers.ts';

interface Row {
  readonly id: string;
  readonly meetingId: string | null;
  readonly type: unknown;
  readonly personId: string;
  readonly name: string;
  readonly role: string | null;
  readonly receivedAt: string;
  readonly status: 'quarantined' | 'held';
  readonly code: string;
}

/** What was set aside, newest first, as far as a clerk with these grants may know; null for who is no clerk. */
export const readSetAside = (
  db: CouncilDatabase,
  councilId: string,
  grants: readonly ScopeGrant[],
): readonly SetAsideRecord[] | null => {
  const clerks = grants.filter(({ role }) => role === 'clerk');
  if (clerks.length === 0) return null;
  const isOfAll = clerks.some(({ committeeId }) => committeeId === null);
  // What was set aside may be no event at all, so its meeting counts only where it was published.
  const rows = db.sql<Row>(
    `select set_aside.id, meetings.meeting_id as meetingId, json_extract(envelope, '$.event.type') as type,
       people.id as personId, people.name, people.role, received_at as receivedAt, status, code
     from set_aside
     join devices on devices.council_id = set_aside.council_id and devices.id = set_aside.device_id
     join people on people.council_id = devices.council_id and people.id = devices.person_id
     left join meetings on meetings.council_id = set_aside.council_id
       and meetings.meeting_id = coalesce(json_extract(envelope, '$.event.body.meetingId'),
                                          json_extract(envelope, '$.event.body.seen.meetingId'))
       and meetings.version = (select max(version) from meetings as others
         where others.council_id = meetings.council_id and others.meeting_id = meetings.meeting_id)
     where set_aside.council_id = ?
       and (? = 1 or meetings.committee_id in (select value from json_each(?)))
     order by received_at desc, set_aside.id desc limit ?`,
    councilId,
    Number(isOfAll),
    JSON.stringify(clerks.map(({ committeeId }) => committeeId)),
    setAsideMax,
  );
  return rows.map(({ type, personId, name, role, ...row }) => ({
    ...row,
    type: typeof type === 'string' && Object.hasOwn(bodySchemas, type) ? type : null,
    sender: { personId, name, role },
  }));
};
