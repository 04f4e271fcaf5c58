import type { AnyEvent, Declaration, EventBody, Nature, Seen } from '../../../src/domain/event.ts';
import type { Manifest } from '../../../src/domain/meeting.ts';
import type { Arrival, Author } from '../../../src/domain/register-rows.ts';

/** Invented people for the tests of records. */
export const people = {
  ash: { personId: 'ash', name: 'Ash Field', role: null },
  bo: { personId: 'bo', name: 'Bo Marsh', role: null },
  cy: { personId: 'cy', name: 'Cy Reed', role: 'Parent Governor Representative' },
} satisfies Record<string, Author>;

const seat = (author: Author): Manifest['seats'][number] => ({
  id: `seat-${author.personId}`,
  group: 'Members',
  role: author.role === null ? 'member' : 'co-opted',
  votes: author.role === null ? 'all' : 'education',
  holder: {
    kind: 'person',
    personId: author.personId,
    listName: author.name,
    minuteName: author.name,
    minuteRole: author.role,
  },
});

/** A scrutiny meeting of noon on 1 June 2026 in London (11:00 UTC), with two items and a vacancy. */
export const meeting: Manifest = {
  format: 1,
  meetingId: 'meeting',
  version: 1,
  reason: 'Published',
  councilId: 'council',
  committee: { id: 'panel', name: 'Panel', type: 'scrutiny' },
  start: '2026-06-01T12:00',
  zone: 'Europe/London',
  venue: 'Hall',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats: [
    seat(people.bo),
    seat(people.ash),
    { id: 'seat-empty', group: 'Members', role: 'co-opted', votes: 'education', holder: { kind: 'vacant' } },
    seat(people.cy),
  ],
  contacts: [],
  items: [
    { id: 'item-4', number: '4', title: 'Buses', pages: null, education: false, minute: null },
    { id: 'item-5', number: '5', title: 'Roads', pages: null, education: false, minute: null },
  ],
  papers: [],
  plans: [],
};

export const seen: Seen = {
  meetingId: 'meeting',
  meetingVersion: 1,
  committee: 'Panel',
  start: '2026-06-01T12:00',
  language: 'en-GB',
  words: [],
};
export const roads = { itemId: 'item-5', number: '5', title: 'Roads' };
export const buses = { itemId: 'item-4', number: '4', title: 'Buses' };

export const stated = (text: string, boilerplate = false): Nature => ({ kind: 'stated', text, boilerplate });

export const declaration = (changes: Partial<Declaration> = {}): Declaration => ({
  seen,
  item: roads,
  regime: meeting.regime,
  answers: [],
  interest: 'ori',
  category: null,
  holder: 'body',
  nature: stated('as a trustee of the museum'),
  duties: [{ code: 'say-at-meeting' }],
  say: 'said',
  ...changes,
});

/** A record of a person, with an id that later records refer to. */
export const record = (
  author: Author,
  id: string,
  said: EventBody,
  refs: readonly string[] = [],
): AnyEvent => ({
  ...said,
  id,
  refs,
  councilId: 'council',
  personId: author.personId,
  typeVersion: 1,
  madeAt: '2026-06-01T08:00:00.000Z',
  zone: 'Europe/London',
  salt: '0'.repeat(32),
});

let lastSeq = 0;

/** How the server holds it; `at` is UTC on the day of the meeting, an hour before it unless told. */
export const arrived = (author: Author, event: AnyEvent, at = '10:00'): Arrival => ({
  event,
  author,
  seq: (lastSeq += 1),
  receivedAt: `2026-06-01T${at}:00.000Z`,
});

export const sending = (
  extent: 'whole' | 'late' | 'early' = 'whole',
  time: string | null = null,
): EventBody => ({
  type: 'apology.send',
  body: {
    seen,
    extent: extent === 'whole' ? { kind: 'whole' } : { kind: 'part', part: extent, time },
    afterStart: false,
  },
});
export const recalling: EventBody = { type: 'apology.recall', body: { seen } };
