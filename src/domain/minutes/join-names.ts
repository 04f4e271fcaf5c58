/** A person as minutes name them; the role of a co-opted member follows in brackets. */
export interface MinutedPerson {
  readonly name: string;
  readonly role: string | null;
}

/** "A", "A and B", "A, B and C": council English, without a comma before "and". */
export const joinNames = (people: readonly MinutedPerson[]): string => {
  const names = people.map(({ name, role }) => (role === null ? name : `${name} (${role})`));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};
