import * as v from 'valibot';
import { bodySchemas } from '../protocol/event-schema.ts';
import { setAsideMax, type SetAsideRecord } from '../protocol/set-aside.ts';
import { sql, type Work } from './db/work.ts';
import type { ScopeGrant } from './readers.ts';

interface Row {
  readonly id: string;
  readonly envelope: string;
  readonly personId: string;
  readonly name: string;
  readonly role: string | null;
  readonly receivedAt: string;
  readonly status: 'quarantined' | 'held';
  readonly code: string;
}

// What was set aside may be no event at all: everything here is looked for, nothing is expected.
const NamedSchema = v.object({
  event: v.object({
    type: v.optional(v.unknown()),
    body: v.optional(
      v.object({
        meetingId: v.optional(v.unknown()),
        seen: v.optional(v.object({ meetingId: v.optional(v.unknown()) })),
      }),
    ),
  }),
});

/** What was set aside, newest first, as far as a clerk with these grants may know; null for who is no clerk. */
export function* readSetAside(
  councilId: string,
  grants: readonly ScopeGrant[],
): Work<readonly SetAsideRecord[] | null> {
  const clerks = grants.filter(({ role }) => role === 'clerk');
  if (clerks.length === 0) return null;
  const isOfAll = clerks.some(({ committeeId }) => committeeId === null);
  const committees = yield* committeesOfMeetings(councilId);
  const records: SetAsideRecord[] = [];
  for (let after = 0; records.length < setAsideMax; after += setAsideMax) {
    const rows = yield* page(councilId, after);
    for (const row of rows) {
      const { type, meetingId } = named(row.envelope);
      const committeeId = meetingId === null ? undefined : committees.get(meetingId);
      if (isOfAll || clerks.some((clerk) => clerk.committeeId === committeeId)) {
        records.push(toRecord(row, type, committeeId === undefined ? null : meetingId));
      }
    }
    if (rows.length < setAsideMax) break;
  }
  return records.slice(0, setAsideMax);
}

const page = (councilId: string, offset: number): Work<readonly Row[]> =>
  sql<Row>(
    `select set_aside.id, envelope, people.id as "personId", people.name, people.role,
       received_at as "receivedAt", status, code
     from set_aside
     join devices on devices.council_id = set_aside.council_id and devices.id = set_aside.device_id
     join people on people.council_id = devices.council_id and people.id = devices.person_id
     where set_aside.council_id = ?
     order by received_at desc, set_aside.id desc limit ? offset ?`,
    councilId,
    setAsideMax,
    offset,
  );

/** By meeting, the committee of its latest version: a meeting counts only where it was published. */
function* committeesOfMeetings(councilId: string): Work<ReadonlyMap<string, string>> {
  const rows = yield* sql<{ meetingId: string; committeeId: string }>(
    `select meeting_id as "meetingId", committee_id as "committeeId" from meetings
     where council_id = ? order by version`,
    councilId,
  );
  return new Map(rows.map(({ meetingId, committeeId }) => [meetingId, committeeId]));
}

const named = (envelope: string): { readonly type: string | null; readonly meetingId: string | null } => {
  // An erased one says nothing any more.
  const parsed = v.safeParse(NamedSchema, envelope === '' ? null : JSON.parse(envelope));
  if (!parsed.success) return { type: null, meetingId: null };
  const { type, body } = parsed.output.event;
  const meetingId = body?.meetingId ?? body?.seen?.meetingId;
  return {
    type: typeof type === 'string' && Object.hasOwn(bodySchemas, type) ? type : null,
    meetingId: typeof meetingId === 'string' ? meetingId : null,
  };
};

const toRecord = (row: Row, type: string | null, meetingId: string | null): SetAsideRecord => {
  const { id, receivedAt, status, code, personId, name, role } = row;
  return { id, meetingId, type, receivedAt, status, code, sender: { personId, name, role } };
};
