import type { Watch } from '../../domain/watch.ts';
import { watchManifests } from '../../storage/manifests.ts';
import { mapWatch } from '../records-watch.ts';
import type { Services } from '../services.ts';

/** A published meeting that papers can be for. */
export interface MeetingChoice {
  readonly meetingId: string;
  readonly committee: string;
  /** `2016-02-01T12:00`, of London. */
  readonly start: string;
}

/** Every meeting that this clerk may see, the latest first. */
export const watchMeetingChoices = ({
  records,
}: Pick<Services, 'records'>): Watch<readonly MeetingChoice[]> =>
  mapWatch(watchManifests(records), (manifests) =>
    manifests
      .map(({ meetingId, committee, start }) => ({ meetingId, committee: committee.name, start }))
      .toSorted((one, other) => (one.start > other.start ? -1 : 1)),
  );
