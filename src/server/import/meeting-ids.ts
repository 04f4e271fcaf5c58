import type { MeetingItem, MeetingSeat } from './meeting-file.ts';
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

export const meetingIds = (councilId: string, key: string, committee: string): MeetingIds => {
  const meeting = nameUuid(councilId, `meeting/${key}`);
  const committeeId = committeeUuid(councilId, committee);
  return {
    meeting,
    committee: committeeId,
    item: (item) => nameUuid(meeting, `item/${item.key ?? item.number ?? item.title}`),
    paper: (file) => nameUuid(meeting, `paper/${file}`),
    seat: (place) => nameUuid(committeeId, `seat/${place}`),
    person: (seat) => seat.person ?? personUuid(councilId, seat.minuteName ?? seat.name),
  };
};

/** A committee is known by its name, whatever the case of its letters. */
const committeeUuid = (councilId: string, name: string): string =>
  nameUuid(councilId, `committee/${name.trim().toLowerCase()}`);

/** A person whom the council's list does not hold yet is known by name as minutes say it. */
export const personUuid = (councilId: string, minuteName: string): string =>
  nameUuid(councilId, `person/${minuteName.trim().toLowerCase()}`);
