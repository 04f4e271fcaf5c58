import type { EvidenceByPlace } from '../../app/import/review-evidence.ts';
import type { Review } from '../../app/import/review.ts';
import type { DraftPaper, MeetingDraft } from '../../domain/meeting-draft.ts';
import type { ProposedPaper } from '../../domain/proposal.ts';
import type { ReadFrom } from '../../domain/understood.ts';

/** What every part of the review is given. */
export interface ReviewTools {
  readonly review: Review;
  readonly evidence: EvidenceByPlace;
  /** Places that are still to be looked at. */
  readonly open: ReadonlySet<string>;
  readonly change: (edit: (draft: MeetingDraft) => MeetingDraft) => void;
  /** The clerk has looked at a place and found it right. */
  readonly onCheck: (place: string) => void;
  /** Shows the page that something was read from. */
  readonly onSee: (from: ReadFrom) => void;
  /** What was understood of a paper; null for one that is nowhere in the proposal. */
  readonly paperOf: (paper: DraftPaper) => ProposedPaper | null;
}
