import { v7 } from 'uuid';
import type { EventOf } from '../../../../src/domain/event.ts';

/** Whose records they are, and about which meeting. */
export interface Subject {
  readonly councilId: string;
  readonly personId: string;
  readonly meetingId: string;
}

/** How many bytes of JSON each record has, on every side of the comparison. */
const eventBytes = 400;

const words = 'I am away with my family on that day and cannot be back before the meeting begins ';

/** A record as the app makes it, of exactly `eventBytes` bytes of JSON. `number` makes its words its own. */
export const makeEvent = (
  { councilId, personId, meetingId }: Subject,
  number: number,
): EventOf<'apology.reason'> => {
  const event: EventOf<'apology.reason'> = {
    id: v7(),
    councilId,
    personId,
    type: 'apology.reason',
    typeVersion: 1,
    refs: [],
    madeAt: new Date().toISOString(),
    zone: 'Europe/London',
    salt: randomHex(16),
    body: { meetingId, text: '' },
  };
  const room = eventBytes - JSON.stringify(event).length;
  const text = `${number} ${words.slice(number % 40)}${words}`.slice(0, room);
  return { ...event, body: { meetingId, text } };
};

const randomHex = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
