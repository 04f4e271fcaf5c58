import type { KnownPerson } from '../../domain/import-state.ts';
import type { DraftSeat } from '../../domain/meeting-draft.ts';
import { mayBeOne, plainName, surname } from '../../domain/plain-name.ts';

/** Whom of the council's list a seat may mean for which nobody was chosen: at most three, the likeliest first. */
export type PeopleLike = (seat: DraftSeat, seats: readonly DraftSeat[]) => readonly KnownPerson[];

const most = 3;

/**
 * A name that is typed anew makes somebody new, who then has none of the records and rights of whom was meant. So
 * those of the same surname are offered who have no seat here.
 */
export const peopleLikeIn = (people: readonly KnownPerson[]): PeopleLike => {
  const bySurname = Map.groupBy(people, ({ name }) => surname(name));
  return (seat, seats) => {
    if ('vacant' in seat || seat.person !== undefined) return [];
    const { name } = seat;
    const alike = bySurname.get(surname(name)) ?? [];
    // Whoever has that very name is meant, and will be found by it.
    if (alike.length === 0 || alike.some((one) => one.name === name)) return [];
    const seated = new Set(seats.map((one) => ('vacant' in one ? undefined : (one.person ?? one.name))));
    return alike
      .filter((one) => !seated.has(one.id) && !seated.has(one.name))
      .toSorted((one, other) => likeness(other.name, name) - likeness(one.name, name))
      .slice(0, most);
  };
};

const likeness = (one: string, other: string): number => {
  if (plainName(one) === plainName(other)) return 2;
  return mayBeOne(one, other) ? 1 : 0;
};
