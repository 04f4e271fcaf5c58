import type { Manifest, PlanArea } from '../domain/meeting.ts';
import type { Watch } from '../domain/watch.ts';
import { watchManifests } from '../storage/manifests.ts';
import { paperPath } from './reader-agenda.ts';
import { mapWatch } from './records-watch.ts';
import type { Services } from './services.ts';

/** The action plan of one report, with where it was read. */
export interface PlanView {
  readonly id: string;
  readonly meetingId: string;
  readonly committee: string;
  readonly start: string;
  readonly itemNumber: string | null;
  readonly title: string;
  readonly readPath: string;
  readonly areas: readonly PlanArea[];
}

/** Action plans of all meetings, the newest meeting first. */
export const toPlans = (manifests: readonly Manifest[]): readonly PlanView[] =>
  manifests
    .toSorted((a, b) => b.start.localeCompare(a.start))
    .flatMap((manifest) =>
      manifest.plans
        .filter(({ areas }) => areas.length > 0)
        .map((plan) => {
          const item = manifest.items.find(({ id }) => id === plan.itemId);
          return {
            id: `${manifest.meetingId}-${plan.itemId}`,
            meetingId: manifest.meetingId,
            committee: manifest.committee.name,
            start: manifest.start,
            itemNumber: item?.number ?? null,
            title: item?.title ?? manifest.papers.find(({ id }) => id === plan.paperId)?.title ?? '',
            readPath: paperPath(manifest.meetingId, plan.paperId),
            areas: plan.areas,
          };
        }),
    );

export const watchActions = (services: Services): Watch<readonly PlanView[]> =>
  mapWatch(watchManifests(services.records), toPlans);
