import type { Manifest } from '../../domain/meeting.ts';
import type { MeetingFile, MeetingItem, MeetingSeat } from './meeting-file.ts';
import { nameUuid } from './name-uuid.ts';

/** Ids of what a meeting file names: the same in every version of the meeting. */
export interface MeetingIds {
  readonly meeting: string;
  readonly committee: string;
  readonly item: (item: MeetingItem) => string;
  readonly paper: (file: string) => string;
  /** `place` counts seats of the list from 0. */
  readonly seat: (place: number) => string;
  readonly person: (seat: Exclude<MeetingSeat, { vacant: true }>) => string;
}

/** What ids are made from besides the meeting file. */
interface IdFacts {
  readonly councilId: string;
  readonly committee: string;
  /** The latest version, or null for a meeting that is new. */
  readonly before: Manifest | null;
}

export const meetingIds = (file: MeetingFile, { councilId, committee, before }: IdFacts): MeetingIds => {
  const meeting = meetingUuid(councilId, file);
  // A file that names the meeting by its id names what stays of it by ids too: what has none is new there, though it
  // may have the key or the file name of something else.
  const taken =
    file.id === undefined || before === null
      ? new Set<string>()
      : new Set([...before.items, ...before.papers].map((one) => one.id));
  const fresh = (name: string): string => {
    const own = nameUuid(meeting, name);
    return taken.has(own) ? nameUuid(meeting, `${name}/${(before?.version ?? 0) + 1}`) : own;
  };
  return {
    meeting,
    committee,
    item: (item) => item.id ?? fresh(`item/${item.key ?? item.number ?? item.title}`),
    paper: (name) => fresh(`paper/${name}`),
    seat: (place) => nameUuid(committee, `seat/${place}`),
    person: (seat) => seat.person ?? personUuid(councilId, seat.minuteName ?? seat.name),
  };
};

export const meetingUuid = (councilId: string, { id, key }: Pick<MeetingFile, 'id' | 'key'>): string =>
  id ?? nameUuid(councilId, `meeting/${key}`);

/** A committee is known by its name, whatever the case of its letters. */
export const committeeUuid = (councilId: string, name: string): string =>
  nameUuid(councilId, `committee/${name.trim().toLowerCase()}`);

/** A person whom the council's list does not hold yet is known by name as minutes say it. */
export const personUuid = (councilId: string, minuteName: string): string =>
  nameUuid(councilId, `person/${minuteName.trim().toLowerCase()}`);
