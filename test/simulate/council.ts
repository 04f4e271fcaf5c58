import type { Manifest } from '../../src/domain/meeting.ts';
import type { Grant } from '../../src/protocol/enrol.ts';
import type { Chance } from './chance.ts';
import type { Server } from './server.ts';

export type Who = 'member' | 'other' | 'chair' | 'clerk' | 'panelClerk';
export const everybody = ['member', 'other', 'chair', 'clerk', 'panelClerk'] as const satisfies Who[];

/** A council with five people and two meetings of two committees; Carl Chair chairs the first. */
export interface Council {
  readonly councilId: string;
  readonly people: Readonly<Record<Who, string>>;
  readonly committees: readonly [string, string];
  readonly meetings: readonly [Meeting, Meeting];
  /** What each person may do while they hold their office. */
  readonly grantsOf: (who: Who) => readonly Grant[];
  readonly setGrants: (who: Who, grants: readonly Grant[]) => Promise<void>;
  /** The next version of one of the meetings. */
  readonly publish: (meeting: Meeting) => Promise<void>;
}

export interface Meeting {
  readonly meetingId: string;
  readonly itemId: string;
  readonly committeeId: string;
}

const names: Readonly<Record<Who, string>> = {
  member: 'Mary Member',
  other: 'Olive Other',
  chair: 'Carl Chair',
  clerk: 'Clara Clerk',
  panelClerk: 'Paul Panel',
};

export const createCouncil = async (server: Server, chance: Chance): Promise<Council> => {
  const { store } = server;
  const { uuid } = chance;
  const councilId = uuid();
  const committees = [uuid(), uuid()] as const;
  const people = { member: uuid(), other: uuid(), chair: uuid(), clerk: uuid(), panelClerk: uuid() };
  const meetings = [
    { meetingId: uuid(), itemId: uuid(), committeeId: committees[0] },
    { meetingId: uuid(), itemId: uuid(), committeeId: committees[1] },
  ] as const;
  const grants: Readonly<Record<Who, Grant>> = {
    member: { role: 'member', committeeId: committees[0] },
    other: { role: 'member', committeeId: null },
    chair: { role: 'member', committeeId: committees[0] },
    clerk: { role: 'clerk', committeeId: null },
    panelClerk: { role: 'clerk', committeeId: committees[1] },
  };
  const council: Council = {
    councilId,
    people,
    committees,
    meetings,
    grantsOf: (who) => [grants[who]],
    setGrants: (who, now) =>
      store.addPerson({ id: people[who], name: names[who], role: null, grants: [...now] }),
    publish: async (meeting) => {
      const version = ((await store.latestVersion(meeting.meetingId)) ?? 0) + 1;
      const chair = meeting === meetings[0] ? people.chair : null;
      const published = await store.publishMeeting(manifestOf(councilId, meeting, version, chair));
      if (!published.ok) throw new Error(`not published: ${published.error.kind}`);
    },
  };
  await store.setCouncil({ councilId, name: 'Test Council', demonstration: false, contacts: [] });
  for (const who of everybody) await council.setGrants(who, council.grantsOf(who));
  for (const meeting of meetings) await council.publish(meeting);
  return council;
};

const manifestOf = (
  councilId: string,
  { meetingId, itemId, committeeId }: Meeting,
  version: number,
  chair: string | null,
): Manifest => ({
  format: 1,
  meetingId,
  version,
  reason: version === 1 ? 'First publication' : 'Correction',
  councilId,
  committee: { id: committeeId, name: 'Scrutiny Panel', type: 'scrutiny' },
  start: '2026-01-12T10:00',
  zone: 'Europe/London',
  venue: 'Committee Room 1',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats:
    chair === null
      ? []
      : [
          {
            id: chair,
            group: 'Members',
            role: 'chair',
            votes: 'all',
            holder: {
              kind: 'person',
              personId: chair,
              listName: 'Mr C Chair',
              minuteName: 'Carl Chair',
              minuteRole: null,
            },
          },
        ],
  contacts: [],
  items: [{ id: itemId, number: '4', title: 'Roads', pages: null, education: false, minute: null }],
  papers: [],
  plans: [],
});
