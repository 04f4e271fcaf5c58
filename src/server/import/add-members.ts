import type { Manifest } from '../../domain/meeting.ts';
import type { CouncilStore } from '../council-store.ts';

/**
 * Puts the holders of a meeting's seats on the council's list, so that they can be invited, and gives
 * each a member's grant for the committee. Other grants stay as they are.
 */
export const addMembers = async (store: CouncilStore, manifest: Manifest): Promise<void> => {
  const people = await store.listPeople();
  const known = new Map(people.map((person) => [person.id, person]));
  for (const { holder } of manifest.seats) {
    if (holder.kind === 'vacant') continue;
    const grants = known.get(holder.personId)?.grants ?? [];
    const hasGrant = grants.some(
      ({ role, committeeId }) => role === 'member' && committeeId === manifest.committee.id,
    );
    if (hasGrant) continue;
    await store.addPerson({
      id: holder.personId,
      name: holder.minuteName,
      role: holder.minuteRole,
      grants: [...grants, { role: 'member', committeeId: manifest.committee.id }],
    });
  }
};
