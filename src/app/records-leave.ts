import { currentDeclarations } from '../domain/declarations.ts';
import type { EventOf } from '../domain/event.ts';
import { instantToLondon, londonToInstant } from '../domain/london-time.ts';
import type { AgendaItem, Manifest } from '../domain/meeting.ts';
import type { Watch } from '../domain/watch.ts';
import { watchManifest } from '../storage/manifests.ts';
import { watchMeetingEvents } from '../storage/records.ts';
import { combineWatches } from './records-watch.ts';
import type { Services } from './services.ts';

/** The bar that cannot be missed: an item that this member must leave for, on the day of the meeting. */
export interface LeaveView {
  readonly made: EventOf<'interest.declare'> | EventOf<'interest.amend'>;
  /** The agenda's next item, for which the member can come back; null after the last. */
  readonly nextItem: AgendaItem | null;
  readonly hasLeft: boolean;
}

// People sit down before it begins; the day's end is late enough for the longest meeting.
const earlyMs = 60 * 60_000;

/**
 * What the bar says now, or null when there is nothing to leave for. With an item (the one being read)
 * only that one counts, else the first one of the agenda that the member has not come back from.
 */
export const watchLeave = (
  services: Services,
  meetingId: string,
  itemId: string | null,
): Watch<LeaveView | null> =>
  combineWatches(
    watchManifest(services.records, meetingId),
    watchMeetingEvents(services.records, meetingId),
    (manifest, stored) => {
      if (manifest === null || !isMeetingDay(manifest, services.now())) return null;
      const own = stored.filter(({ mine }) => mine).map(({ event }) => event);
      const open = currentDeclarations(own, meetingId).flatMap((current): readonly LeaveView[] => {
        if (current.kind !== 'declared') return [];
        const made = current.event;
        if (!made.body.duties.some(({ code }) => code === 'leave-room')) return [];
        const moves = own
          .filter((event) => event.type === 'item.left' || event.type === 'item.returned')
          .filter((event) => event.body.item.itemId === made.body.item.itemId)
          .toSorted((one, other) => one.madeAt.localeCompare(other.madeAt));
        const last = moves.at(-1)?.type;
        if (last === 'item.returned') return [];
        return [
          { made, nextItem: itemAfter(manifest, made.body.item.itemId), hasLeft: last === 'item.left' },
        ];
      });
      return (
        open.filter((view) => itemId === null || itemIdOf(view) === itemId).toSorted(byAgenda(manifest))[0] ??
        null
      );
    },
  );

const itemIdOf = ({ made }: LeaveView): string => made.body.item.itemId;

const isMeetingDay = ({ start }: Manifest, now: number): boolean =>
  now >= londonToInstant(start) - earlyMs && instantToLondon(now).slice(0, 10) <= start.slice(0, 10);

const placeOf = ({ items }: Manifest, itemId: string): number => items.findIndex(({ id }) => id === itemId);

const itemAfter = (manifest: Manifest, itemId: string): AgendaItem | null => {
  const place = placeOf(manifest, itemId);
  return place < 0 ? null : (manifest.items[place + 1] ?? null);
};

const byAgenda = (manifest: Manifest) => (one: LeaveView, other: LeaveView) =>
  placeOf(manifest, itemIdOf(one)) - placeOf(manifest, itemIdOf(other));
