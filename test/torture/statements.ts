import type { EventBody } from '../../src/domain/event.ts';

const seen = (meetingId: string) => ({
  meetingId,
  meetingVersion: 1,
  committee: 'Works Panel',
  start: '2027-03-04T10:00',
  language: 'en-GB',
  words: ['Send my apologies for the whole meeting'],
});

/** What somebody says about a meeting, by its number in a row: an apology, its reason, and so on again. */
export const statementAt = (meetingId: string, index: number): EventBody =>
  index % 2 === 0
    ? {
        type: 'apology.send',
        body: { seen: seen(meetingId), extent: { kind: 'whole' }, afterStart: false },
      }
    : { type: 'apology.reason', body: { meetingId, text: `Invented reason number ${index}` } };
