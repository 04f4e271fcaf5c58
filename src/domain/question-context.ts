import type { AgendaItem, Committee, Manifest } from './meeting.ts';
import type { QuestionContext } from './outcome.ts';

/**
 * What the questionnaire needs to know of the meeting, the item and the member. Someone without a seat
 * here is a councillor of another committee: the statutory rules apply, the vote does not.
 */
export const questionContext = (manifest: Manifest, item: AgendaItem, personId: string): QuestionContext => {
  const seat = manifest.seats.find(
    (candidate) => candidate.holder.kind === 'person' && candidate.holder.personId === personId,
  );
  const votes = seat?.votes ?? null;
  return {
    committeeType: manifest.committee.type,
    meetingDate: manifest.start.slice(0, 10),
    hasVote: votes !== 'none',
    votesOnItem: votes === 'all' || (votes === 'education' && item.education),
  };
};

/** Whips are asked for in scrutiny only, as a record of their own: a whip is not an interest (rules L11). */
export const asksForWhip = (committee: Committee): boolean => committee.type === 'scrutiny';
