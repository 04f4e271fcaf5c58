/**
 * What the council publishes: an immutable manifest of one meeting. A correction or a supplement is
 * the next version, with its reason; records keep the version that they were made on.
 */
export interface Manifest {
  readonly format: 1;
  readonly meetingId: string;
  /** Counts from 1; a tablet shows the highest it holds. */
  readonly version: number;
  /** Why this version exists, in the clerk's words. */
  readonly reason: string;
  readonly councilId: string;
  readonly committee: Committee;
  /** Local date and time in the meeting's zone, `2016-02-01T12:00`. */
  readonly start: string;
  readonly zone: 'Europe/London';
  readonly venue: string;
  readonly state: 'coming' | 'held' | 'cancelled';
  /** Which declaration regime applied on the day (rules.md 2.2). */
  readonly regime: RegimeRef;
  readonly seats: readonly Seat[];
  readonly contacts: readonly Contact[];
  readonly items: readonly AgendaItem[];
  readonly papers: readonly Paper[];
  readonly plans: readonly ActionPlan[];
}

export interface Committee {
  readonly id: string;
  readonly name: string;
  /** `scrutiny` asks for party whips (rules.md L11). */
  readonly type: 'scrutiny' | 'council' | 'executive' | 'regulatory' | 'standards' | 'other';
}

export interface RegimeRef {
  readonly id: 'WCC-2012' | 'LGA-2020';
  readonly version: number;
}

/** A seat is not a person: a vacant seat is never absent (rules.md 0.5). */
export interface Seat {
  readonly id: string;
  /** The heading it is printed under, for example "Parent governor representatives". */
  readonly group: string;
  readonly role: 'chair' | 'vice-chair' | 'member' | 'co-opted';
  /** On what this seat votes (rules.md L19). */
  readonly votes: 'all' | 'education' | 'none';
  readonly holder: SeatHolder;
}

export type SeatHolder =
  | { readonly kind: 'vacant' }
  | {
      readonly kind: 'person';
      readonly personId: string;
      /** As the membership list prints it: "Mr I Hopwood". */
      readonly listName: string;
      /** As minutes say it: "Ian Hopwood". */
      readonly minuteName: string;
      /** What minutes put in brackets for a co-opted member, or null. */
      readonly minuteRole: string | null;
    };

/** Whom to call for what. Telephone numbers are shown left to right, exactly as kept here. */
export interface Contact {
  readonly purpose:
    | 'other-formats'
    | 'scrutiny-officers'
    | 'general'
    | 'language'
    | 'monitoring-officer'
    | 'clerk';
  readonly name: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** The agenda number, the minute number and the id are three different things (rules.md 0.1). */
export interface AgendaItem {
  readonly id: string;
  /** As printed on the agenda, or null where the item has none. */
  readonly number: string | null;
  readonly title: string;
  /** Printed page span in the pack. */
  readonly pages: { readonly first: string; readonly last: string } | null;
  /** Relates to an education function, so that education co-optees vote. Set by the clerk. */
  readonly education: boolean;
  readonly minute: Minute | null;
}

export interface Minute {
  /** As printed in the minutes: "225". Assigned after the meeting; runs on across meetings. */
  readonly number: string | null;
  readonly paragraphs: readonly string[];
  /** The source was cut ("view the full minutes text"); never shown as the full minute (rules.md 0.3). */
  readonly truncated: boolean;
}

/** A paper's bytes, named by SHA-256 (lower-case hex). */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly kind: 'agenda' | 'report' | 'minutes' | 'pack' | 'other';
  /** The item it belongs to; null for papers of the whole meeting. */
  readonly itemId: string | null;
  readonly mediaType: 'application/pdf' | 'text/plain';
  readonly pages: number;
  readonly file: BlobRef;
  /** The reading text of the paper (`PaperText` as JSON), taken page by page at import. */
  readonly text: BlobRef;
}

/** A blob in chunks of exactly 1 MiB (the last one shorter); each chunk is verified on arrival. */
export interface BlobRef {
  readonly sha256: string;
  readonly size: number;
  readonly chunks: readonly string[];
}

export interface ActionPlan {
  readonly itemId: string;
  readonly paperId: string;
  readonly areas: readonly PlanArea[];
}

export interface PlanArea {
  /** The numbered paragraph it was read from: "2.2". */
  readonly number: string;
  readonly name: string;
  readonly text: string;
  readonly status: 'done' | 'on-track' | 'waiting' | 'late' | 'unknown';
  /** Dates and timescales exactly as printed. */
  readonly dates: readonly string[];
}
