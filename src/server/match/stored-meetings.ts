import type { Committee } from '../../domain/meeting.ts';
import type { CouncilStore } from '../council-store.ts';
import { readManifest } from '../read-manifest.ts';

/** What a published meeting is found by. */
export interface StoredHead {
  readonly meetingId: string;
  readonly version: number;
  /** SHA-256 of the manifest of its latest version. */
  readonly manifest: string;
  readonly committee: Committee;
  /** `2016-02-01T12:00`, of London. */
  readonly start: string;
  readonly hasPlans: boolean;
}

/** The latest version of every meeting, by start. */
export type ReadHeads = () => Promise<readonly StoredHead[]>;

/** A manifest never changes under its name, so that each is opened once in the life of this reader. */
export const createHeads = (store: Pick<CouncilStore, 'listMeetings' | 'readBlob'>): ReadHeads => {
  let known: ReadonlyMap<string, StoredHead> = new Map();
  return async () => {
    const heads = new Map<string, StoredHead>();
    for (const { meetingId, version, manifest } of await store.listMeetings()) {
      const before = known.get(manifest);
      if (before !== undefined) {
        heads.set(manifest, before);
        continue;
      }
      const { committee, start, plans } = await readManifest(store, manifest);
      heads.set(manifest, {
        meetingId,
        version,
        manifest,
        committee,
        start,
        hasPlans: plans.length > 0,
      });
    }
    known = heads;
    return [...heads.values()].toSorted((one, other) =>
      one.start === other.start ? 0 : one.start < other.start ? -1 : 1,
    );
  };
};
