import { v7 } from 'uuid';
import { randomHex, sha256Text } from '../../../src/browser/cryptography.ts';
import { digestInput } from '../../../src/domain/digest.ts';
import type { EventOf } from '../../../src/domain/event.ts';
import type { Made } from '../../../src/storage/save-events.ts';

/** Whose records they are, and about which meeting. */
export interface Subject {
  readonly councilId: string;
  readonly personId: string;
  readonly meetingId: string;
}

/** Declarations as the app records them, the largest of its usual records, with their true digests. */
export const makeRecords = (subject: Subject, count: number): Promise<Made[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const event = declaration(subject, index + 1);
      return { event, digest: await sha256Text(digestInput(event)) };
    }),
  );

const declaration = (
  { councilId, personId, meetingId }: Subject,
  number: number,
): EventOf<'interest.declare'> => ({
  id: v7(),
  councilId,
  personId,
  type: 'interest.declare',
  typeVersion: 1,
  refs: [],
  madeAt: new Date().toISOString(),
  zone: 'Europe/London',
  salt: randomHex(16),
  body: {
    seen: {
      meetingId,
      meetingVersion: 1,
      committee: 'Demonstration Scrutiny Panel',
      start: '2026-12-01T10:00',
      language: 'en-GB',
      words: [
        'Say this at the meeting: a record on a tablet is not yet disclosure.',
        'Do not speak and do not vote on this item, and leave the room while it is discussed.',
        'Tell the monitoring officer within 28 days.',
      ],
    },
    item: { itemId: v7(), number: String(number), title: 'Safer journeys to school' },
    regime: { id: 'LGA-2020', version: 1 },
    answers: [
      { question: 'whose-2020', choice: 'mine' },
      { question: 'category', choice: 'employment' },
      { question: 'register', choice: 'yes' },
      { question: 'dispensation', choice: 'none' },
    ],
    interest: 'dpi',
    category: 'employment',
    holder: 'self',
    nature: {
      kind: 'stated',
      text: 'I am employed by a company that tenders for this work',
      boilerplate: false,
    },
    duties: [{ code: 'say-at-meeting' }, { code: 'do-not-vote' }, { code: 'leave-room' }],
    say: `I declare a disclosable pecuniary interest in item ${number}.`,
  },
});
