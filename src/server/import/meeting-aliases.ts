import type { Alias } from '../../domain/understood.ts';
import type { KnownAlias } from '../aliases.ts';
import type { MeetingFile } from './meeting-file.ts';
import type { MeetingIds } from './meeting-ids.ts';

/** What a meeting file says other systems call the meeting, its committee, its items and its people. */
export const meetingAliases = (meeting: MeetingFile, ids: MeetingIds): readonly KnownAlias[] => [
  ...meeting.aliases.map((alias) => ({
    alias,
    ours: alias.kind === 'committee' ? ids.committee : ids.meeting,
  })),
  ...standFor(meeting.committee.aliases, ids.committee),
  ...meeting.items.flatMap((item) => standFor(item.aliases, ids.item(item))),
  ...meeting.seats.flatMap((seat) => ('vacant' in seat ? [] : standFor(seat.aliases, ids.person(seat)))),
];

const standFor = (aliases: readonly Alias[], ours: string): readonly KnownAlias[] =>
  aliases.map((alias) => ({ alias, ours }));
