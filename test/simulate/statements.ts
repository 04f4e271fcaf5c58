import type { Statement } from '../../src/app/record.ts';
import { apology, declaration, noted, reason } from '../unit/server/said.ts';
import type { Chance } from './chance.ts';
import type { Council, Who } from './council.ts';

/** The design's rate of records that mean nothing to the server. */
const poisonRate = 0.03;

/**
 * What a person says next, as one press of a button: one or two statements. Some are said word for word
 * again; a few mean nothing to the server. `own` are ids of earlier records, `seen` those of others.
 */
export const chooseStatements = (
  chance: Chance,
  council: Council,
  who: Who,
  own: readonly string[],
  seen: readonly string[],
): readonly Statement[] => {
  const meeting = chance.pick(council.meetings);
  const context = { ids: { ...allIds(council), meeting: meeting.meetingId, item: meeting.itemId } };
  const isPoison = chance.happens(poisonRate);
  if (isPoison) return [chance.happens(0.5) ? apology(elsewhere(context)) : unreadable(meeting.meetingId)];
  const mine = own.at(-1);
  const theirs = seen.at(-1);
  const isClerk = who === 'clerk' || who === 'panelClerk';
  if (isClerk && theirs !== undefined && chance.happens(0.6)) return [{ ...noted(context), refs: [theirs] }];
  const kind = chance.int(0, 9);
  if (kind < 3) return [apology(context), reason(context)];
  if (kind < 5) return [apology(context)];
  if (kind < 7 && mine !== undefined) return [recall(meeting.meetingId, mine)];
  return [declaration(context)];
};

type Context = Parameters<typeof apology>[0];

// The helpers ask for every id of their own council; a statement names only meeting and item.
const allIds = ({ people, committees }: Council): Context['ids'] => ({
  ...people,
  committee: committees[0],
  meeting: '',
  item: '',
});

const elsewhere = ({ ids }: Context): Context => ({ ids: { ...ids, meeting: ids.item } });

const recall = (meetingId: string, earlier: string): Statement => ({
  type: 'apology.recall',
  body: {
    seen: {
      meetingId,
      meetingVersion: 1,
      committee: 'Scrutiny Panel',
      start: '2026-01-12T10:00',
      language: 'en-GB',
      words: ['I can come'],
    },
  },
  refs: [earlier],
});

/** As a damaged or a much newer app might write it: a type that no server knows. */
const unreadable = (meetingId: string): Statement =>
  ({ type: 'apology.sung', body: { meetingId, tune: 'a minor' } }) as unknown as Statement;
