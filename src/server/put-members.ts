import type { Manifest } from '../domain/meeting.ts';
import type { Work } from './db/work.ts';
import { listPeople, savePerson } from './people.ts';

/**
 * Puts the holders of a meeting's seats on the council's list, so that they can be invited, and gives
 * each a member's grant for the committee. Other grants stay as they are, and whoever is known keeps their name.
 */
export function* putMembers(councilId: string, manifest: Manifest, at: string): Work<void> {
  const people = yield* listPeople(councilId);
  const known = new Map(people.map((person) => [person.id, person]));
  for (const { holder } of manifest.seats) {
    if (holder.kind === 'vacant') continue;
    const before = known.get(holder.personId);
    const grants = before?.grants ?? [];
    const hasGrant = grants.some(
      ({ role, committeeId }) => role === 'member' && committeeId === manifest.committee.id,
    );
    if (hasGrant) continue;
    const person = {
      id: holder.personId,
      name: before?.name ?? holder.minuteName,
      role: before === undefined ? holder.minuteRole : before.role,
      grants: [...grants, { role: 'member' as const, committeeId: manifest.committee.id }],
    };
    known.set(person.id, person);
    yield* savePerson(councilId, person, at);
  }
}
