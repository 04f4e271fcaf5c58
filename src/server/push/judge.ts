import { digestInput } from '../../domain/digest.ts';
import type { AnyEvent } from '../../domain/event.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ReadersContext, ScopeGrant } from '../readers.ts';
import { sha256Hex } from '../sha256.ts';
import type { Grounds, Sender } from './grounds.ts';
import type { KnownRecords } from './known-records.ts';
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

export interface Sound {
  readonly event: AnyEvent;
  readonly meetingId: string;
  readonly readers: ReadersContext;
}

/**
 * Whether an event means something here; null is one of a type or body that is not known. Late is never a
 * fault, and neither is an unlikely clock. What fails is kept in quarantine under the code answered.
 */
export const judge = (
  sender: Sender,
  event: AnyEvent | null,
  digest: string,
  { grants, meetings }: Grounds,
  records: Pick<KnownRecords, 'authorOf'>,
): Result<Sound, QuarantineCode> => {
  if (event === null) return err('unknown_type');
  // Parsing is strict, it drops and adds nothing: the digest of what was parsed is that of what arrived.
  if (sha256Hex(digestInput(event)) !== digest) return err('digest_mismatch');
  if (event.councilId !== sender.councilId) return err('wrong_council');
  if (event.personId !== sender.personId) return err('wrong_person');
  if (event.type === 'meeting.publish') return err('server_only');
  const meetingId = meetingOf(event);
  const meeting = meetings.get(meetingId);
  if (meeting === undefined) return err('unknown_meeting');
  if (grants.length === 0) return err('no_grant');
  const forClerks = event.type === 'record.noted' || event.type === 'register.freeze';
  if (forClerks && !isClerkOf(grants, meeting.committeeId)) return err('clerk_only');
  const refAuthors = authorsOf(records, event.refs);
  if (refAuthors === null || (event.type === 'record.noted' && refAuthors.length === 0))
    return err('unknown_ref');
  if (!forClerks && refAuthors.some((author) => author !== sender.personId)) return err('unknown_ref');
  return ok({ event, meetingId, readers: { ...meeting, refAuthors } });
};

const isClerkOf = (grants: readonly ScopeGrant[], committeeId: string): boolean =>
  grants.some(
    (grant) => grant.role === 'clerk' && (grant.committeeId === null || grant.committeeId === committeeId),
  );

// Null when one of the refs is not in the log: what it points to must have come before.
const authorsOf = (
  records: Pick<KnownRecords, 'authorOf'>,
  refs: readonly string[],
): readonly string[] | null => {
  const authors: string[] = [];
  for (const ref of refs) {
    const author = records.authorOf(ref);
    if (author === null) return null;
    authors.push(author);
  }
  return authors;
};
