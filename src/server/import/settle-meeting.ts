import type { Manifest } from '../../domain/meeting.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CouncilStore, StoredMeeting } from '../council-store.ts';
import { isSameCommittee } from '../../understand/proposal/merge-meetings.ts';
import { readManifest } from '../read-manifest.ts';
import type { ImportFault } from './import-fault.ts';
import type { MeetingFile } from './meeting-file.ts';
import { committeeUuid, type MeetingIds, meetingIds, meetingUuid } from './meeting-ids.ts';
import { ownFault } from './own-ids.ts';

/** What a meeting file comes to beside what was published: its ids, and the version that it follows. */
export interface Settled {
  readonly ids: MeetingIds;
  /** Null for a meeting that is new. */
  readonly before: Manifest | null;
}

type Store = Pick<CouncilStore, 'listMeetings' | 'listPeople' | 'readBlob'>;

/** Whether a meeting file may become the next version of what it names, before any paper is opened or stored. */
export const settleMeeting = async (
  store: Store,
  councilId: string,
  meeting: MeetingFile,
): Promise<Result<Settled, ImportFault>> => {
  const stored = await store.listMeetings();
  const own = meetingUuid(councilId, meeting);
  const latest = stored.find(({ meetingId }) => meetingId === own);
  const before = latest === undefined ? null : await readManifest(store, latest.manifest);
  if (meeting.id !== undefined && before === null) {
    return err({ kind: 'not-ours', what: 'The meeting', lacks: 'council', where: 'id' });
  }
  const version = before?.version ?? 0;
  if (meeting.follows !== undefined && meeting.follows !== version) {
    return err({ kind: 'published-since', version });
  }
  const committee = await findCommittee(store, { councilId, meeting, stored });
  const people = new Set((await store.listPeople()).map(({ id }) => id));
  const committees = new Set(stored.map(({ committeeId }) => committeeId));
  const fault =
    ownFault(meeting, { before, people, committees }) ??
    (before === null ? await doubledFault(store, meeting, stored, committee) : null);
  if (fault !== null) return err(fault);
  const ids = meetingIds(meeting, { councilId, committee, before });
  const items = meeting.items.map((item) => ({ id: ids.item(item), title: item.title }));
  const twice = items.find(({ id }, at) => items.findIndex((other) => other.id === id) !== at);
  return twice === undefined
    ? ok({ ids, before })
    : err({ kind: 'twice', what: `the item "${twice.title}"` });
};

interface Wanted {
  readonly councilId: string;
  readonly meeting: MeetingFile;
  readonly stored: readonly StoredMeeting[];
}

/**
 * By its id; by the name that its id was made from; or by the name that one of the council's has now. A name that is
 * another one's is believed before the id: it is what the clerk sees.
 */
const findCommittee = async (store: Store, { councilId, meeting, stored }: Wanted): Promise<string> => {
  const { committee } = meeting;
  const manifests = new Map(stored.map((one) => [one.committeeId, one.manifest]));
  const id = committee.id ?? committeeUuid(councilId, committee.name);
  const own = manifests.get(id);
  if (own !== undefined && committee.id === undefined) return id;
  if (own !== undefined && (await isNamed(store, own, committee.name))) return id;
  for (const [other, manifest] of manifests) {
    if (other !== id && (await isNamed(store, manifest, committee.name))) return other;
  }
  // A committee has a new name in a meeting of its own; elsewhere a name that nobody has is a new committee's.
  return meeting.id === undefined ? committeeUuid(councilId, committee.name) : id;
};

const isNamed = async (store: Store, manifest: string, name: string): Promise<boolean> =>
  isSameCommittee((await readManifest(store, manifest)).committee.name, name);

/** One committee meets once at a time: a second meeting would be the first one under another name. */
const doubledFault = async (
  store: Store,
  { committee, date, time }: MeetingFile,
  stored: readonly StoredMeeting[],
  committeeId: string,
): Promise<ImportFault | null> => {
  const start = `${date}T${time}`;
  for (const { manifest } of stored.filter((one) => one.committeeId === committeeId)) {
    const other = await readManifest(store, manifest);
    if (other.start === start) return { kind: 'doubled', committee: committee.name, start };
  }
  return null;
};
