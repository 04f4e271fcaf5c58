import type { AnyEvent } from '../domain/event.ts';

/**
 * Who may read a log row, as scopes written beside it in the transaction that adds it. A person reads
 * the rows that share a scope with `scopesOf` their grants (design 5; Localism Act 2011 s.32 for natures).
 *
 * | event                                          | author | clerks | chair of the meeting | every member |
 * | ---------------------------------------------- | ------ | ------ | -------------------- | ------------ |
 * | apology.send, apology.recall                   | yes    | yes    | yes                  |              |
 * | apology.reason                                 | yes    | yes    |                      |              |
 * | interest.*, whip.declare, item.left / returned | yes    | yes    | yes                  |              |
 * | record.noted (and the noted records' authors)  | yes    | yes    |                      |              |
 * | meeting.publish, register.freeze               | yes    | yes    |                      | yes          |
 */
export interface ReadersContext {
  readonly committeeId: string;
  /** The persons who chair the meeting by the manifest that is the latest when the event arrives. */
  readonly chairs: readonly string[];
  /** The persons who wrote what `refs` points to. */
  readonly refAuthors: readonly string[];
}

export const readersOf = (event: AnyEvent, context: ReadersContext): readonly string[] => [
  ...new Set([
    authorScope(event.personId),
    clerksScope,
    committeeClerksScope(context.committeeId),
    ...otherReaders[event.type](context),
  ]),
];

type OtherReaders = (context: ReadersContext) => readonly string[];
const chairs: OtherReaders = (context) => context.chairs.map(namedScope);
const nobodyElse: OtherReaders = () => [];
const everyMember: OtherReaders = () => [membersScope];

const otherReaders: Readonly<Record<AnyEvent['type'], OtherReaders>> = {
  'apology.send': chairs,
  'apology.recall': chairs,
  'apology.reason': nobodyElse,
  'interest.declare': chairs,
  'interest.amend': chairs,
  'interest.withdraw': chairs,
  'whip.declare': chairs,
  'item.left': chairs,
  'item.returned': chairs,
  'record.noted': (context) => context.refAuthors.map(authorScope),
  'meeting.publish': everyMember,
  'register.freeze': everyMember,
};

export interface ScopeGrant {
  readonly role: 'member' | 'clerk';
  readonly committeeId: string | null;
}

/** Every scope that a person reads with these grants. Without any grant a person still reads their own records. */
export const scopesOf = (personId: string, grants: readonly ScopeGrant[]): readonly string[] => {
  if (grants.length === 0) return [authorScope(personId)];
  const clerks = grants
    .filter((grant) => grant.role === 'clerk')
    .map((grant) => (grant.committeeId === null ? clerksScope : committeeClerksScope(grant.committeeId)));
  return [...new Set([authorScope(personId), namedScope(personId), membersScope, ...clerks])];
};

/** Everyone who holds any grant: packs of public meetings go to every member, not only to the panel. */
export const membersScope = 'members';
const clerksScope = 'clerks';
const committeeClerksScope = (committeeId: string): string => `clerks:${committeeId}`;
const authorScope = (personId: string): string => `author:${personId}`;
// Reads in an office, so only as long as the person holds a grant; an author reads for ever.
const namedScope = (personId: string): string => `named:${personId}`;
