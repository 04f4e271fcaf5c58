import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { asksForWhip, questionContext } from '../../../src/domain/question-context.ts';
import { meeting } from './records.ts';

const votes = (personId: string, education: boolean, manifest: Manifest = meeting) => {
  const item = manifest.items[0];
  if (item === undefined) throw new Error('the meeting has no item');
  const { hasVote, votesOnItem } = questionContext(manifest, { ...item, education }, personId);
  return { hasVote, votesOnItem };
};

describe('what the questionnaire knows of the member', () => {
  it('is that a member votes on everything', () => {
    expect(votes('ash', false)).toEqual({ hasVote: true, votesOnItem: true });
  });

  it('is that an education co-optee votes on education only, and is under the statute all the same', () => {
    expect(votes('cy', true)).toEqual({ hasVote: true, votesOnItem: true });
    expect(votes('cy', false)).toEqual({ hasVote: true, votesOnItem: false });
  });

  it('is that a councillor of another committee is under the statute and has no vote here', () => {
    expect(votes('someone', true)).toEqual({ hasVote: true, votesOnItem: false });
  });

  it('is that a co-optee without a vote has none', () => {
    const seats = meeting.seats.map((seat) => ({ ...seat, votes: 'none' }) as const);
    expect(votes('cy', true, { ...meeting, seats })).toEqual({ hasVote: false, votesOnItem: false });
  });

  it('is the day in London and the kind of committee', () => {
    const item = meeting.items[0];
    expect(item && questionContext(meeting, item, 'ash')).toMatchObject({
      meetingDate: '2026-06-01',
      committeeType: 'scrutiny',
    });
    expect(asksForWhip(meeting.committee)).toBe(true);
    expect(asksForWhip({ ...meeting.committee, type: 'standards' })).toBe(false);
  });
});
