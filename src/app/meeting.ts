import type { ActionPlan, AgendaItem, Contact, Manifest, Paper, Seat } from '../domain/meeting.ts';
import { instantToLondon } from '../domain/london-time.ts';
import type { Watch } from '../domain/watch.ts';
import { removePack, watchPack, type PackState } from '../storage/blobs.ts';
import { watchManifest } from '../storage/manifests.ts';
import { watchLastPlace, type Place } from '../storage/places.ts';
import { watchMyRecordsAbout, type MyRecord } from '../storage/records.ts';
import { ownRecords, type OwnDeclaration, type OwnRecords } from './own-records.ts';
import { paperPath, papersInOrder, readerAgenda, type AgendaLink } from './reader-agenda.ts';
import { readPath } from './meetings.ts';
import { combineWatches } from './records-watch.ts';
import type { Services } from './services.ts';

/** One line of the agenda with everything that hangs on it. */
export interface ItemLine {
  readonly item: AgendaItem;
  /** Where its papers are read; for a report that stands inside the pack, its page there. */
  readonly papers: readonly AgendaLink[];
  readonly declarations: readonly OwnDeclaration[];
  readonly plan: ActionPlan | null;
}

interface PaperLine {
  readonly paper: Paper;
  readonly path: string;
}

/** Seats under the heading they are printed under, in the printed order. */
export interface SeatGroup {
  readonly name: string;
  readonly seats: readonly Seat[];
}

export type MeetingView =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly manifest: Manifest;
      /** Whose tablet this is: their own seat is marked. */
      readonly personId: string;
      /** Where "Read the papers" goes, or null where there are none. */
      readonly readPath: string | null;
      readonly now: string;
      readonly pack: PackState;
      readonly own: OwnRecords;
      readonly items: readonly ItemLine[];
      readonly groups: readonly SeatGroup[];
      readonly contacts: readonly Contact[];
      readonly papers: readonly PaperLine[];
      /** Held, cancelled, or its day is over: records can still be made, but are not offered first. */
      readonly isOver: boolean;
      readonly hasMinutes: boolean;
    };

interface Facts {
  readonly manifest: Manifest;
  readonly place: Place | null;
  readonly personId: string;
  readonly pack: PackState;
  readonly records: readonly MyRecord[];
  readonly now: string;
}

export const toMeetingView = ({ manifest, place, personId, pack, records, now }: Facts): MeetingView => {
  const own = ownRecords(records, manifest.meetingId);
  const lines = papersInOrder(manifest).map((paper) => ({
    paper,
    path: paperPath(manifest.meetingId, paper.id),
  }));
  return {
    kind: 'known',
    manifest,
    personId,
    readPath: readPath(manifest, place),
    now,
    pack,
    own,
    items: readerAgenda(manifest, '').lines.map(({ item, papers }) => ({
      item,
      papers,
      declarations: own.declarations.filter(({ itemId }) => itemId === item.id),
      plan: manifest.plans.find(({ itemId, areas }) => itemId === item.id && areas.length > 0) ?? null,
    })),
    groups: groupSeats(manifest.seats),
    contacts: manifest.contacts.filter(({ telephone, email }) => telephone !== null || email !== null),
    papers: lines,
    isOver: manifest.state !== 'coming' || manifest.start.slice(0, 10) < now.slice(0, 10),
    hasMinutes: manifest.items.some(({ minute }) => minute !== null),
  };
};

/** By heading, at the place where the heading is met first. */
export const groupSeats = (seats: readonly Seat[]): readonly SeatGroup[] =>
  [...Map.groupBy(seats, ({ group }) => group)].map(([name, members]) => ({ name, seats: members }));

/** One meeting; `unknown` until its manifest has reached this tablet. */
export const watchMeeting = (services: Services, meetingId: string): Watch<MeetingView> => {
  const { records, enrolment, now } = services;
  const stored = combineWatches(
    watchManifest(records, meetingId),
    watchPack(records, meetingId),
    (manifest, pack) => ({
      manifest,
      pack,
    }),
  );
  const own = combineWatches(
    watchMyRecordsAbout(records, meetingId),
    watchLastPlace(records),
    (mine, place) => ({
      mine,
      place,
    }),
  );
  return combineWatches(stored, own, ({ manifest, pack }, { mine, place }) =>
    manifest === null
      ? { kind: 'unknown' }
      : toMeetingView({
          manifest,
          place,
          personId: enrolment.personId,
          pack,
          records: mine,
          now: instantToLondon(now()),
        }),
  );
};

/** Takes the papers off this tablet. Records about the meeting stay. */
export const removePapers = (services: Services, meetingId: string): Promise<void> =>
  removePack(services.records, meetingId);
