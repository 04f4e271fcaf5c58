import type { EventBody, Seen } from '../../../src/domain/event.ts';
import type { CouncilOfFour } from './council-of-four.ts';

type Council = Pick<CouncilOfFour, 'ids'>;

const seen = ({ ids }: Council): Seen => ({
  meetingId: ids.meeting,
  meetingVersion: 1,
  committee: 'Scrutiny Panel',
  start: '2026-01-12T10:00',
  language: 'en-GB',
  words: ['Send apology'],
});

export const apology = (council: Council): EventBody => ({
  type: 'apology.send',
  body: { seen: seen(council), extent: { kind: 'whole' }, afterStart: false },
});

export const reason = (council: Council, text = 'a hospital visit'): EventBody => ({
  type: 'apology.reason',
  body: { meetingId: council.ids.meeting, text },
});

export const noted = (council: Council): EventBody => ({
  type: 'record.noted',
  body: { meetingId: council.ids.meeting },
});

export const declaration = (council: Council): EventBody => ({
  type: 'interest.declare',
  body: {
    seen: seen(council),
    item: { itemId: council.ids.item, number: '4', title: 'Roads' },
    regime: { id: 'LGA-2020', version: 1 },
    answers: [{ question: 'kind', choice: 'dpi' }],
    interest: 'dpi',
    category: 'land',
    holder: 'self',
    nature: { kind: 'stated', text: 'I own a field beside the road', boilerplate: false },
    duties: [{ code: 'say-at-meeting' }],
    say: 'I declare an interest in item 4.',
  },
});
