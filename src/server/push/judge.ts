import * as v from 'valibot';
import { digestInput } from '../../domain/digest.ts';
import type { AnyEvent } from '../../domain/event.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { parseEvent, UuidSchema, type LooseEvent } from '../../protocol/event-schema.ts';
import { sql, type Work } from '../db/work.ts';
import { grantsNow } from '../people.ts';
import type { ReadersContext, ScopeGrant } from '../readers.ts';
import { sha256Hex } from '../sha256.ts';
import { meetingOf } from './meeting-of.ts';

/** Why an event is kept in quarantine. Codes, not sentences: the words are the reader's side's. */
export type QuarantineCode =
  | 'unreadable'
  | 'unknown_type'
  | 'digest_mismatch'
  | 'wrong_council'
  | 'wrong_person'
  | 'no_grant'
  | 'clerk_only'
  | 'server_only'
  | 'unknown_meeting'
  | 'unknown_ref';

/** Whose device it is that sends. */
export interface Sender {
  readonly councilId: string;
  readonly personId: string;
}

export interface Sound {
  readonly event: AnyEvent;
  readonly meetingId: string;
  readonly readers: ReadersContext;
}

/**
 * Whether an event means something here. Late is never a fault, and neither is an unlikely clock.
 * What fails is kept in quarantine under the code answered.
 */
export function* judge(
  sender: Sender,
  loose: LooseEvent,
  digest: string,
): Work<Result<Sound, QuarantineCode>> {
  const event = parseEvent(loose);
  if (event === null) return err('unknown_type');
  // Parsing is strict, it drops and adds nothing: the digest of what was parsed is that of what arrived.
  if (sha256Hex(digestInput(event)) !== digest) return err('digest_mismatch');
  if (event.councilId !== sender.councilId) return err('wrong_council');
  if (event.personId !== sender.personId) return err('wrong_person');
  if (event.type === 'meeting.publish') return err('server_only');
  const meetingId = meetingOf(event);
  const meeting = yield* latestMeeting(sender.councilId, meetingId);
  if (meeting === null) return err('unknown_meeting');
  const grants = yield* grantsNow(sender.councilId, sender.personId);
  if (grants.length === 0) return err('no_grant');
  const forClerks = event.type === 'record.noted' || event.type === 'register.freeze';
  if (forClerks && !isClerkOf(grants, meeting.committeeId)) return err('clerk_only');
  const refAuthors = yield* authorsOf(sender.councilId, event.refs);
  if (refAuthors === null || (event.type === 'record.noted' && refAuthors.length === 0))
    return err('unknown_ref');
  if (!forClerks && refAuthors.some((author) => author !== sender.personId)) return err('unknown_ref');
  return ok({ event, meetingId, readers: { ...meeting, refAuthors } });
}

/** Committee and chairs of a meeting by its latest manifest, or null when it was never published. */
function* latestMeeting(
  councilId: string,
  meetingId: string,
): Work<{ readonly committeeId: string; readonly chairs: readonly string[] } | null> {
  const [row] = yield* sql<{ committee_id: string; chairs: string }>(
    `select committee_id, chairs from meetings
     where council_id = ? and meeting_id = ? order by version desc limit 1`,
    councilId,
    meetingId,
  );
  if (row === undefined) return null;
  return { committeeId: row.committee_id, chairs: v.parse(v.array(UuidSchema), JSON.parse(row.chairs)) };
}

const isClerkOf = (grants: readonly ScopeGrant[], committeeId: string): boolean =>
  grants.some(
    (grant) => grant.role === 'clerk' && (grant.committeeId === null || grant.committeeId === committeeId),
  );

// Null when one of the refs is not in the log: what it points to must have come before.
function* authorsOf(councilId: string, refs: readonly string[]): Work<readonly string[] | null> {
  const authors: string[] = [];
  for (const ref of refs) {
    const [row] = yield* sql<{ person_id: string }>(
      'select person_id from log where council_id = ? and id = ?',
      councilId,
      ref,
    );
    if (row === undefined) return null;
    authors.push(row.person_id);
  }
  return authors;
}
