import type { PlanArea } from './meeting.ts';
import type {
  Doubt,
  Fact,
  PackDocument,
  UnderstoodMeeting,
  UnderstoodMember,
  UnderstoodMinutes,
} from './understood.ts';

/** What an import comes to: to be looked at and corrected by a clerk. Nothing of it is published or stored. */
export interface Proposal {
  readonly format: 1;
  /** Every file, page and address that was given, in that order. */
  readonly sources: readonly Source[];
  /** In the order of their dates; those without one come last. */
  readonly meetings: readonly ProposedMeeting[];
  /** Files that could not be put to any of these meetings. */
  readonly unplaced: readonly string[];
  /** Action plans, each under the file that holds it. */
  readonly plans: readonly ProposedPlan[];
  /** What moved in a plan since the meeting before, where both were given. */
  readonly planNews: readonly PlanNews[];
  readonly committees: readonly ListedCommittee[];
  readonly listedMeetings: readonly ListedMeeting[];
  readonly councillors: readonly ListedCouncillor[];
  /** Who sits on a committee, as its own page lists them. */
  readonly memberships: readonly Membership[];
}

export interface Source {
  readonly file: string;
  /** Lower-case hex; null for what could not be opened. */
  readonly sha256: string | null;
  readonly kind: SourceKind;
  /** Null for anything that has no pages. */
  readonly pages: number | null;
  readonly words: number;
  /** Why nothing was understood of it, in one plain sentence; the others stay usable. */
  readonly refused: string | null;
  /** Plain sentences about what a reader will miss in it. */
  readonly notes: readonly string[];
  /** Set where it is nothing that was given, but what the council has published already. */
  readonly published?: PublishedSource;
}

/** A version of a meeting of ours: the manifest itself, or one of its papers. */
export interface PublishedSource {
  readonly meetingId: string;
  readonly version: number;
  /** Null for the manifest. */
  readonly paperId: string | null;
}

export type SourceKind =
  | 'agenda'
  | 'pack'
  | 'supplement'
  | 'minutes'
  | 'decisions'
  | 'report'
  | 'meeting-page'
  | 'meeting-answer'
  | 'list'
  /** What the council has published already: a manifest. Its papers keep their own kinds. */
  | 'published'
  | 'refused';

export interface ProposedMeeting extends UnderstoodMeeting {
  readonly papers: readonly ProposedPaper[];
  readonly minutes: UnderstoodMinutes | null;
  /** How many facts, items and papers a person should look at. */
  readonly doubts: number;
}

/** A file of the meeting, and what it belongs to. */
export interface ProposedPaper {
  readonly file: string;
  readonly title: string;
  readonly kind: 'agenda' | 'pack' | 'supplement' | 'report' | 'minutes' | 'decisions';
  /** Place of its item in the meeting's `items`; null for papers of the whole meeting, or where it is not known. */
  readonly item: number | null;
  readonly doubt: Doubt | null;
  /** The file of an earlier issue that this one is understood to replace; both are kept. */
  readonly replaces: string | null;
  /** The document within `replaces`, where that is a pack and this is a later issue of one of its documents. */
  readonly replacesDocument: string | null;
  /** What it says differently from the one that it replaces, by paragraph and in reading order. */
  readonly changes: readonly PaperChange[];
  /** The file that has the same text in other bytes, given before this one. */
  readonly sameAs: string | null;
  /** What a pack is made of; empty for anything else. */
  readonly documents: readonly PackDocument[];
}

/** `before` is null for what was added, `after` for what was taken out. */
export interface PaperChange {
  readonly before: ChangedParagraph | null;
  readonly after: ChangedParagraph | null;
}

interface ChangedParagraph {
  /** As printed: "2.1". It may be another one before and after. */
  readonly number: string | null;
  readonly text: string;
  /** Page of the PDF, from 1. */
  readonly page: number;
}

export interface ProposedPlan {
  readonly file: string;
  readonly areas: readonly PlanArea[];
}

export interface PlanNews {
  readonly file: string;
  /** The file with the plan of the meeting before. */
  readonly before: string;
  /** In the order of the later plan; those that are gone come last. */
  readonly areas: readonly {
    readonly name: string;
    readonly kind: 'new' | 'gone' | 'moved' | 'unmoved';
    /** Null on the side where the area is not. */
    readonly status: {
      readonly before: PlanArea['status'] | null;
      readonly after: PlanArea['status'] | null;
    };
    /** In the papers' own words, the earlier meeting first: "January 2016", "awaiting the conditions". */
    readonly lines: readonly { readonly label: string; readonly said: string }[];
    /** `guessed` when the area has another name now. */
    readonly doubt: Doubt | null;
  }[];
}

export interface ListedCommittee {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly isOver: boolean;
}

export interface ListedMeeting {
  readonly id: string;
  readonly committee: string | null;
  /** Local date and time, or the date alone where no time is given. */
  readonly start: Fact<string> | null;
  readonly isCancelled: boolean;
}

export interface Membership {
  readonly committee: string;
  readonly members: readonly Fact<UnderstoodMember>[];
}

/** Never with a home address or a private telephone number. */
export interface ListedCouncillor {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  readonly ward: string | null;
}
