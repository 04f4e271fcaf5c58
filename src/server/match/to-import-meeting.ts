import type { ImportMeeting, KnownPerson } from '../../domain/import-state.ts';
import type { DraftSeat, MeetingDraft } from '../../domain/meeting-draft.ts';
import type { Manifest } from '../../domain/meeting.ts';
import type { ProposedMeeting, Proposal } from '../../domain/proposal.ts';
import type { Doubt } from '../../domain/understood.ts';
import { dayOf, isSameCommittee } from '../../understand/proposal/merge-meetings.ts';
import { aliasKey } from '../aliases.ts';
import { draftMeeting } from '../propose/draft-meeting.ts';
import { keepPublished } from './keep-published.ts';
import { keepSeats, type MatchedSeat, nobody } from './keep-seats.ts';
import { type Candidate, matchPeople } from './match-people.ts';
import type { StoredHead } from './stored-meetings.ts';

/** What the council has, for the meetings of a proposal. */
export interface OurCouncil {
  readonly heads: readonly StoredHead[];
  readonly people: readonly KnownPerson[];
  /** What stands here for an alias of theirs, by its key. */
  readonly ours: ReadonlyMap<string, string>;
  /** The latest versions of the meetings that were matched, by their ids. */
  readonly manifests: ReadonlyMap<string, Manifest>;
}

/** One meeting of a proposal as it would be published, and whom and what of the council it was matched to. */
export const toImportMeeting = (
  meeting: ProposedMeeting,
  proposal: Proposal,
  council: OurCouncil,
): ImportMeeting => {
  const drafted = draftMeeting(meeting, proposal);
  const manifest = drafted.id === undefined ? undefined : council.manifests.get(drafted.id);
  const isPublished = (file: string | undefined): boolean =>
    proposal.sources.some((source) => source.file === file && source.published !== undefined);
  const brought = isPublished(meeting.members[0]?.from.file)
    ? null
    : matchSeats(drafted.seats, manifest, council);
  const seats = manifest === undefined ? (brought ?? []) : keepSeats(noneAsNull(brought), manifest.seats);
  const draft =
    manifest === undefined
      ? { ...drafted, follows: 0, committee: ourCommittee(drafted.committee, council) }
      : keepPublished(drafted, manifest, meeting.contact !== null && !isPublished(meeting.contact.from.file));
  return {
    draft: { ...draft, seats: seats.map(({ seat }) => seat) },
    match:
      draft.id === undefined || draft.follows === undefined
        ? null
        : {
            meetingId: draft.id,
            version: draft.follows,
            doubt: matchDoubt(meeting, draft.id, council),
          },
    people: seats.map(({ match }) => match),
    published: null,
  };
};

const noneAsNull = (seats: readonly MatchedSeat[] | null): readonly MatchedSeat[] | null =>
  seats === null || seats.length === 0 ? null : seats;

const matchSeats = (
  seats: readonly DraftSeat[],
  manifest: Manifest | undefined,
  { people, ours }: OurCouncil,
): readonly MatchedSeat[] => {
  const candidates = candidatesOf(people, manifest);
  const printed = seats.map((seat) => {
    if ('vacant' in seat) return { name: '', id: null };
    const named = (seat.aliases ?? []).flatMap((alias) => ours.get(aliasKey(alias)) ?? []);
    return { name: seat.name, id: seat.person ?? named[0] ?? null };
  });
  const matches = matchPeople(printed, candidates);
  return seats.map((seat, at) => {
    const match = matches[at] ?? nobody;
    if ('vacant' in seat || match.person === null) return { seat, match };
    const { id, name } = match.person;
    return { seat: { ...seat, person: id, ...(name === seat.name ? {} : { minuteName: name }) }, match };
  });
};

/** The council's list, and whoever holds a seat of the meeting, by the names that its list prints as well. */
const candidatesOf = (
  people: readonly KnownPerson[],
  manifest: Manifest | undefined,
): readonly Candidate[] => {
  const candidates = new Map(people.map((person) => [person.id, { person, names: [person.name] }]));
  for (const { holder } of manifest?.seats ?? []) {
    if (holder.kind === 'vacant') continue;
    const { personId, listName, minuteName } = holder;
    const known = candidates.get(personId) ?? { person: { id: personId, name: minuteName }, names: [] };
    candidates.set(personId, { ...known, names: [...known.names, listName, minuteName] });
  }
  return [...candidates.values()];
};

/**
 * A committee that the council has is called as it is here, also where they call it otherwise. A name that is one's of
 * ours is believed before a number, which may be of another site.
 */
const ourCommittee = (
  committee: MeetingDraft['committee'],
  { heads, ours }: OurCouncil,
): MeetingDraft['committee'] => {
  const named = new Set((committee.aliases ?? []).flatMap((alias) => ours.get(aliasKey(alias)) ?? []));
  const called = heads.findLast(
    (head) => committee.name !== '' && isSameCommittee(head.committee.name, committee.name),
  );
  // By the name that it has now.
  const known = heads.findLast((head) =>
    called === undefined ? named.has(head.committee.id) : head.committee.id === called.committee.id,
  );
  return known === undefined ? committee : { ...committee, ...known.committee };
};

/**
 * A match by their own id is sure, if the id says its site or the committee or the day is that of ours; one by committee
 * and day is as sure as those, and as that there was one on that day.
 */
const matchDoubt = (
  { aliases, committee, start, date }: ProposedMeeting,
  meetingId: string,
  { heads, ours }: OurCouncil,
): Doubt | null => {
  const own = heads.find((head) => head.meetingId === meetingId);
  const naming = aliases.filter(
    (alias) => alias.kind === 'meeting' && ours.get(aliasKey(alias)) === meetingId,
  );
  const isAlike =
    own?.start.slice(0, 10) === dayOf({ start, date }) ||
    isSameCommittee(own?.committee.name, committee?.value);
  if (naming.some(({ site }) => site !== null || isAlike)) return null;
  if (naming.length > 0) return 'guessed';
  const rivals = heads.filter(
    (head) =>
      head.meetingId !== meetingId &&
      head.committee.id === own?.committee.id &&
      head.start.slice(0, 10) === own.start.slice(0, 10),
  );
  return start?.doubt ?? committee?.doubt ?? (rivals.length > 0 ? 'guessed' : null);
};
