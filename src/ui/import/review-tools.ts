import type { EvidenceByPlace } from '../../app/import/review-evidence.ts';
import type { Review } from '../../app/import/review.ts';
import type { DraftPaper, MeetingDraft } from '../../domain/meeting-draft.ts';
import type { ProposedPaper } from '../../domain/proposal.ts';
import type { ReadFrom } from '../../domain/understood.ts';

/**
 * What every part of the review is given. All but `review`, `open` and `openPaper` stays the same while the form is
 * open: rows that use neither need not be drawn anew at each keystroke.
 */
export interface ReviewTools {
  readonly review: Review;
  readonly evidence: EvidenceByPlace;
  /** Places that are still to be looked at; another set only when there are others. */
  readonly open: ReadonlySet<string>;
  readonly change: (edit: (draft: MeetingDraft) => MeetingDraft) => void;
  /** The clerk has looked at a place and found it right. */
  readonly onCheck: (place: string) => void;
  /** Shows the page that something was read from. */
  readonly onSee: (from: ReadFrom) => void;
  /** What was understood of a paper; null for one that is nowhere in the proposal. */
  readonly paperOf: (paper: DraftPaper) => ProposedPaper | null;
  /** Key of the paper that is being corrected: it stays open where it is moved to. */
  readonly openPaper: string | null;
  readonly onOpenPaper: (key: string | null) => void;
  /** Brings the keyboard to the element with this id, once the change that is made with it is drawn. */
  readonly lead: (id: string) => void;
}
