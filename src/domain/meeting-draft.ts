import type { Committee, Contact, PlanArea, RegimeRef, Seat } from './meeting.ts';
import type { Alias } from './understood.ts';

/**
 * A meeting as a clerk corrects it before it is published: the meeting file of docs/meeting-file.md. A text that was
 * not found is empty, and publishing asks for it. Whatever has an `id` or a `published` is one that the council has
 * published before: it stays the same meeting, item or paper.
 */
export interface MeetingDraft {
  readonly format: 1;
  /** Names a meeting that is new: the same key again is the same meeting. */
  readonly key: string;
  /** The meeting that this is the next version of. */
  readonly id?: string;
  /** The version that this began from, 0 for a meeting that is new. Another one since then is never overwritten. */
  readonly follows?: number;
  /** Why there is a new version, in a few words that members see. */
  readonly reason?: string;
  readonly aliases?: readonly Alias[];
  readonly committee: DraftCommittee;
  /** Of London: `2025-01-30` and `10:00`. */
  readonly date: string;
  readonly time: string;
  readonly venue: string;
  /** Left out, the date decides between the first two. */
  readonly state?: 'coming' | 'held' | 'cancelled';
  readonly regime?: RegimeRef['id'];
  /** Left out, the council's own. */
  readonly contacts?: readonly Contact[];
  /** In the order of the membership list. */
  readonly seats: readonly DraftSeat[];
  /** In the order of the agenda. */
  readonly items: readonly DraftItem[];
  /** Papers of the whole meeting. */
  readonly papers: readonly DraftPaper[];
  readonly plans: readonly DraftPlan[];
}

export interface DraftCommittee {
  readonly id?: string;
  readonly name: string;
  readonly type: Committee['type'];
  readonly aliases?: readonly Alias[];
}

interface AnySeat extends Pick<Seat, 'group' | 'role'> {
  readonly votes?: Seat['votes'];
}

export type DraftSeat = AnySeat &
  (
    | { readonly vacant: true }
    | {
        /** As the membership list prints it. */
        readonly name: string;
        /** As minutes say it; the same when left out. */
        readonly minuteName?: string;
        readonly minuteRole?: string | null;
        /** Whom of the council's list this is. Left out, whoever has this name, or somebody new. */
        readonly person?: string;
        readonly aliases?: readonly Alias[];
      }
  );

export interface DraftItem {
  /** Of the title that it was first proposed with: the item stays itself when it is numbered or worded anew. */
  readonly key: string;
  readonly id?: string;
  readonly aliases?: readonly Alias[];
  /** As printed on the agenda, or null. */
  readonly number: string | null;
  readonly title: string;
  /** Printed page span in the pack. */
  readonly pages?: { readonly first: string; readonly last: string } | null;
  readonly education?: boolean;
  readonly minute?: {
    readonly number: string | null;
    readonly paragraphs: readonly string[];
    readonly truncated: boolean;
  } | null;
  readonly papers: readonly DraftPaper[];
}

/** A file of the import, or a paper that the council has published and that stays. */
export type DraftPaper = {
  readonly title: string;
  readonly kind: 'agenda' | 'report' | 'minutes' | 'pack' | 'other';
} & ({ readonly file: string } | { readonly published: string });

/** The areas of an action plan as the clerk has them; a name or a status may have been corrected. */
export interface DraftPlan {
  /** Key of the item that it is reported under. */
  readonly item: string;
  /** File, or id of the published paper, that it stands in: one of the papers above. */
  readonly paper: string;
  readonly areas: readonly PlanArea[];
}
