import * as v from 'valibot';
import type { AnyEvent } from '../../domain/event.ts';
import { UuidSchema } from '../../protocol/event-schema.ts';
import { marks, sql, type Work } from '../db/work.ts';
import { grantsNow } from '../people.ts';
import type { ScopeGrant } from '../readers.ts';
import { meetingOf } from './meeting-of.ts';

/** Whose device it is that sends. */
export interface Sender {
  readonly councilId: string;
  readonly personId: string;
}

/** What a push is judged on: what its sender may do, and the meetings that it speaks of. */
export interface Grounds {
  readonly grants: readonly ScopeGrant[];
  /** By id, what the latest manifest says; a meeting that was never published is not in it. */
  readonly meetings: ReadonlyMap<string, MeetingGrounds>;
}

export interface MeetingGrounds {
  readonly committeeId: string;
  readonly chairs: readonly string[];
}

export function* readGrounds(sender: Sender, events: readonly (AnyEvent | null)[]): Work<Grounds> {
  const grants = yield* grantsNow(sender.councilId, sender.personId);
  const ids = [...new Set(events.flatMap((event) => (event === null ? [] : [meetingOf(event)])))];
  const rows = yield* sql<{ meeting_id: string; committee_id: string; chairs: string }>(
    `select meeting_id, committee_id, chairs from meetings
     where council_id = ? and meeting_id in (${marks(ids.length)}) order by version`,
    sender.councilId,
    ...ids,
  );
  const meetings = new Map<string, MeetingGrounds>();
  for (const { meeting_id: id, committee_id: committeeId, chairs } of rows) {
    meetings.set(id, { committeeId, chairs: v.parse(v.array(UuidSchema), JSON.parse(chairs)) });
  }
  return { grants, meetings };
}
