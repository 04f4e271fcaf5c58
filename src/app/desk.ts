import type { Manifest } from '../domain/meeting.ts';
import { draftMinutes, type DraftMinutes } from '../domain/minutes/draft-minutes.ts';
import { deskView } from '../domain/register.ts';
import type { Arrival, DeskView } from '../domain/register-rows.ts';
import type { Watch } from '../domain/watch.ts';
import type { StoredEvent } from '../storage/event-rows.ts';
import { watchManifest, watchManifests } from '../storage/manifests.ts';
import { watchMeetingEvents } from '../storage/records.ts';
import { combineWatches, mapWatch } from './records-watch.ts';
import type { Services } from './services.ts';
import { watchEach } from './watch-each.ts';

/** One meeting of the clerk's list, and what has arrived for it. */
export interface DeskLine {
  readonly manifest: Manifest;
  readonly counts: DeskCounts;
}

export interface DeskCounts {
  readonly apologies: number;
  readonly declarations: number;
  readonly whips: number;
  readonly late: number;
  /** Contradictions and natures that cannot be minuted: rows that a clerk must ask about. */
  readonly toCheck: number;
}

/** Seats by what a summary says of them; a vacant seat is nobody (rules 0.5). */
export interface SeatCounts {
  readonly members: number;
  readonly coopted: number;
  readonly vacancies: number;
}

/** The desk of one meeting. */
export type DeskMeeting =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly manifest: Manifest;
      readonly desk: DeskView;
      readonly counts: DeskCounts;
      readonly seats: SeatCounts;
      /** As minutes say it, from what arrived by the start. */
      readonly draft: DraftMinutes;
    };

/** Every meeting with what has arrived, live; the next ones first, then the past ones, newest first. */
export const watchDesk = ({ records, now }: Services): Watch<readonly DeskLine[]> => {
  const manifests = watchManifests(records);
  const ids = mapWatch(manifests, (all) => all.map(({ meetingId }) => meetingId));
  return combineWatches(
    manifests,
    watchEach(ids, (id) => watchMeetingEvents(records, id)),
    (all, eventsById) => {
      const lines = all.map((manifest) => {
        const arrivals = arrivalsOf(eventsById.get(manifest.meetingId) ?? []);
        return { manifest, counts: countRows(deskView(manifest, arrivals)) };
      });
      const today = new Date(now()).toISOString().slice(0, 10);
      const isPast = ({ manifest }: DeskLine): boolean => manifest.start.slice(0, 10) < today;
      return [...lines.filter((line) => !isPast(line)), ...lines.filter(isPast).toReversed()];
    },
  );
};

/** The desk of one meeting, as records arrive. */
export const watchDeskMeeting = ({ records }: Services, meetingId: string): Watch<DeskMeeting> =>
  combineWatches(
    watchManifest(records, meetingId),
    watchMeetingEvents(records, meetingId),
    (manifest, stored) => {
      if (manifest === null) return { kind: 'unknown' };
      const desk = deskView(manifest, arrivalsOf(stored));
      return {
        kind: 'known',
        manifest,
        desk,
        counts: countRows(desk),
        seats: countSeats(manifest),
        draft: draftMinutes(manifest.committee, desk),
      };
    },
  );

/** What the log brought. A clerk's own record that has not come back from there has no number yet. */
const arrivalsOf = (stored: readonly StoredEvent[]): readonly Arrival[] =>
  stored.flatMap(({ event, seq, receivedAt, author }) =>
    seq === null || receivedAt === null || author === null ? [] : [{ event, seq, receivedAt, author }],
  );

const countRows = ({ apologies, items, late }: DeskView): DeskCounts => {
  const declarations = items.flatMap((item) => item.declarations);
  return {
    apologies: apologies.filter(({ status }) => status.kind === 'sent' || status.kind === 'part').length,
    declarations: declarations.filter(({ current }) => current.kind === 'declared').length,
    whips: items.flatMap((item) => item.whips).length,
    late: late.length,
    toCheck:
      apologies.filter(({ status }) => status.kind === 'to-confirm').length +
      declarations.filter(({ current, isBoilerplate }) => current.kind === 'to-confirm' || isBoilerplate)
        .length,
  };
};

const countSeats = ({ seats }: Manifest): SeatCounts => {
  const taken = seats.filter(({ holder }) => holder.kind === 'person');
  const coopted = taken.filter(({ role }) => role === 'co-opted').length;
  return { members: taken.length - coopted, coopted, vacancies: seats.length - taken.length };
};
