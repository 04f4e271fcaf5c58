import type { Manifest } from '../domain/meeting.ts';
import { instantToLondon } from '../domain/london-time.ts';
import type { Watch } from '../domain/watch.ts';
import { requestPack, watchPack, pausePack, type PackState } from '../storage/blobs.ts';
import { watchManifests } from '../storage/manifests.ts';
import { watchLastPlace, type Place } from '../storage/places.ts';
import { watchMyRecords, type MyRecord } from '../storage/records.ts';
import type { SyncState } from '../sync/sync-state.ts';
import { ownRecords, type OwnRecords } from './own-records.ts';
import { combineWatches, mapWatch } from './records-watch.ts';
import { paperPath, papersInOrder } from './reader-agenda.ts';
import type { Services } from './services.ts';
import { watchEach } from './watch-each.ts';

/** How much of a meeting's papers is on this tablet. */
export type MeetingPack = PackState;

/** One meeting as the list shows it. */
export interface MeetingRow {
  readonly meetingId: string;
  readonly committee: string;
  readonly start: string;
  readonly venue: string;
  readonly state: Manifest['state'];
  readonly version: number;
  /** Why the latest version exists; shown from version 2 on. */
  readonly reason: string;
  /** This person has a seat on the committee. */
  readonly isMine: boolean;
  /** Where "Read the papers" goes, or null where the meeting has none. */
  readonly readPath: string | null;
  readonly pack: PackState;
  readonly own: OwnRecords;
}

export interface MeetingsView {
  /** Local time by the tablet's clock, for "in 3 days". */
  readonly now: string;
  readonly network: SyncState['network'];
  /** The council's server has answered this tablet at least once. */
  readonly wasInContact: boolean;
  /** The earliest coming meeting of a committee one sits on, else of any committee. */
  readonly next: MeetingRow | null;
  readonly coming: readonly MeetingRow[];
  /** Newest first. */
  readonly past: readonly MeetingRow[];
  /** A download stopped because the tablet is full. */
  readonly isFull: boolean;
}

interface Facts {
  readonly manifests: readonly Manifest[];
  readonly packs: ReadonlyMap<string, PackState>;
  readonly records: readonly MyRecord[];
  readonly sync: SyncState;
  readonly place: Place | null;
  readonly personId: string;
  readonly now: string;
}

/** Puts the meetings where they belong. A meeting is coming until its day is over: it may run late. */
export const toMeetingsView = (facts: Facts): MeetingsView => {
  const today = facts.now.slice(0, 10);
  const rows = facts.manifests.map((manifest) => toRow(manifest, facts)).filter((row) => row !== null);
  const isPast = ({ start, state }: MeetingRow) => state === 'held' || start.slice(0, 10) < today;
  const coming = rows.filter((row) => !isPast(row));
  const meets = coming.filter(({ state }) => state === 'coming');
  const next = meets.find(({ isMine }) => isMine) ?? meets[0] ?? null;
  return {
    now: facts.now,
    network: facts.sync.network,
    wasInContact: facts.sync.lastContact !== null,
    next,
    coming: coming.filter((row) => row !== next),
    past: rows.filter(isPast).toReversed(),
    isFull: rows.some(({ pack }) => pack.kind === 'failed' && pack.error === 'full'),
  };
};

const toRow = (manifest: Manifest, { packs, records, personId, place }: Facts): MeetingRow | null => {
  const pack = packs.get(manifest.meetingId);
  if (pack === undefined) return null;
  return {
    meetingId: manifest.meetingId,
    committee: manifest.committee.name,
    start: manifest.start,
    venue: manifest.venue,
    state: manifest.state,
    version: manifest.version,
    reason: manifest.reason,
    isMine: manifest.seats.some(({ holder }) => holder.kind === 'person' && holder.personId === personId),
    readPath: readPath(manifest, place),
    pack,
    own: ownRecords(records, manifest.meetingId),
  };
};

/**
 * What a meeting's papers offer first: reading what is here or on its way, or downloading what is not.
 * `both`: a part is here and the rest must be asked for. `nothing`: there are no papers.
 */
export const packOffer = ({ kind, papers, have }: PackState): 'read' | 'download' | 'both' | 'nothing' => {
  if (papers === 0) return 'nothing';
  if (kind === 'ready' || kind === 'loading' || kind === 'waiting') return 'read';
  return have > 0 && kind !== 'removed' ? 'both' : 'download';
};

/** The paper that was open last in this meeting, where it is still one of its papers; else the first. */
export const readPath = (manifest: Manifest, place: Place | null): string | null => {
  const papers = papersInOrder(manifest);
  const last =
    place?.meetingId === manifest.meetingId ? papers.find(({ id }) => id === place.paperId) : undefined;
  const paper = last ?? papers[0];
  return paper === undefined ? null : paperPath(manifest.meetingId, paper.id);
};

/** The list of meetings, drawn anew when a paper, a record or the network changes. */
export const watchMeetings = (services: Services): Watch<MeetingsView> => {
  const manifests = watchManifests(services.records);
  const ids = mapWatch(manifests, (list) => list.map(({ meetingId }) => meetingId));
  const packs = watchEach(ids, (id) => watchPack(services.records, id));
  const stored = combineWatches(manifests, packs, (list, packByMeeting) => ({ list, packByMeeting }));
  const own = combineWatches(
    watchMyRecords(services.records),
    watchLastPlace(services.records),
    (records, place) => ({
      records,
      place,
    }),
  );
  const known = combineWatches(stored, own, (kept, mine) => ({ ...kept, ...mine }));
  return combineWatches(known, services.sync.state, ({ list, packByMeeting, records, place }, sync) =>
    toMeetingsView({
      manifests: list,
      packs: packByMeeting,
      records,
      place,
      sync,
      personId: services.enrolment.personId,
      now: instantToLondon(services.now()),
    }),
  );
};

/** Asks for a meeting's papers: the first time, after a pause, a failure or a removal. `full`: no room even to ask. */
export const downloadPack = async (services: Services, meetingId: string): Promise<'asked' | 'full'> => {
  const answer = await requestPack(services.records, meetingId);
  services.sync.wake();
  return answer;
};

/** Stops a download where it is; what has arrived stays. `full`: no room even to stop. */
export const pauseDownload = async (services: Services, meetingId: string): Promise<'paused' | 'full'> => {
  const answer = await pausePack(services.records, meetingId);
  services.sync.wake();
  return answer;
};
