import type { ImportMeeting, KnownPerson } from '../../domain/import-state.ts';
import { mayBeOne, plainName } from '../../domain/plain-name.ts';

/** Somebody of the council's list, by every name that is known for them. */
export interface Candidate {
  readonly person: KnownPerson;
  readonly names: readonly string[];
}

/** A name that a paper prints, and who it is by an id: ours, or one that another system gave. */
export interface Printed {
  readonly name: string;
  readonly id: string | null;
}

type Match = ImportMeeting['people'][number];

/**
 * Whom of the council's list each printed name means, in their order. Nobody is two of them: what two names are guessed
 * to mean is left open, as is a name that two people share.
 */
export const matchPeople = (
  printed: readonly Printed[],
  candidates: readonly Candidate[],
): readonly Match[] => {
  const matches = printed.map((one) => matchOne(one, candidates));
  return matches.map((match, at) => {
    const isRivalled = matches.some(
      (other, place) => place !== at && other.person !== null && other.person.id === match.person?.id,
    );
    return isRivalled && match.doubt !== null ? open : match;
  });
};

/** There may be somebody, and it is asked. */
const open: Match = { person: null, doubt: 'guessed' };

const matchOne = ({ name, id }: Printed, candidates: readonly Candidate[]): Match => {
  const known = id === null ? undefined : candidates.find(({ person }) => person.id === id);
  // A number may be of another site, or was put to somebody by mistake: nobody is a stranger's member for that.
  if (known !== undefined) return fits(known, name) ? { person: known.person, doubt: null } : open;
  return (
    only(candidates, (other) => other.trim().toLowerCase() === name.trim().toLowerCase(), null) ??
    only(candidates, (other) => plainName(other) === plainName(name), null) ??
    only(candidates, (other) => mayBeOne(other, name), 'guessed') ?? { person: null, doubt: null }
  );
};

const fits = ({ names }: Candidate, name: string): boolean =>
  names.some((other) => plainName(other) === plainName(name) || mayBeOne(other, name));

/** Null for nobody; where there are several it is open. */
const only = (
  candidates: readonly Candidate[],
  holds: (name: string) => boolean,
  doubt: Match['doubt'],
): Match | null => {
  const [first, ...others] = candidates.filter(({ names }) => names.some(holds));
  if (first === undefined) return null;
  return others.length === 0 ? { person: first.person, doubt } : open;
};
