import type { ImportMeeting } from '../../domain/import-state.ts';
import type { DraftSeat } from '../../domain/meeting-draft.ts';
import type { Seat } from '../../domain/meeting.ts';

type Match = ImportMeeting['people'][number];

/** A seat of a draft, and whom it was matched to. */
export interface MatchedSeat {
  readonly seat: DraftSeat;
  readonly match: Match;
}

export const nobody: Match = { person: null, doubt: null };

/**
 * The membership list with what was published of its seats: groups, votes, names as minutes say them. Where no list was
 * brought it is the published one. A list that was brought decides who the members are, but front sheets seldom
 * name who is co-opted: those, and empty seats, stay.
 */
export const keepSeats = (
  brought: readonly MatchedSeat[] | null,
  published: readonly Seat[],
): readonly MatchedSeat[] => {
  if (brought === null) return published.map(publishedSeat);
  const kept = brought.map((one) => {
    const before = published.find(
      ({ holder }) => holder.kind === 'person' && holder.personId === one.match.person?.id,
    );
    return before === undefined ? one : { ...one, seat: withDetails(one.seat, before) };
  });
  const named = new Set(brought.flatMap(({ match }) => match.person?.id ?? []));
  const others = published.filter(
    ({ role, holder }) => holder.kind === 'vacant' || (role === 'co-opted' && !named.has(holder.personId)),
  );
  return [...kept, ...others.map(publishedSeat)];
};

const publishedSeat = ({ group, role, votes, holder }: Seat): MatchedSeat => {
  const base = { group, role, votes };
  if (holder.kind === 'vacant') return { seat: { ...base, vacant: true }, match: nobody };
  const { personId, listName, minuteName, minuteRole } = holder;
  return {
    seat: { ...base, name: listName, minuteName, minuteRole, person: personId },
    match: { person: { id: personId, name: minuteName }, doubt: null },
  };
};

const withDetails = (seat: DraftSeat, { group, role, votes, holder }: Seat): DraftSeat => {
  if ('vacant' in seat || holder.kind === 'vacant') return seat;
  const { minuteName, minuteRole } = holder;
  // A list without groups calls everybody a member.
  const kept = role === 'co-opted' && seat.role === 'member' ? role : seat.role;
  return { ...seat, group, votes, role: kept, minuteName, minuteRole };
};
