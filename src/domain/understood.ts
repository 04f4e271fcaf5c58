/**
 * What was understood of papers as councils publish them, before a clerk has seen it. Every fact says where it was
 * read, so that it can be shown beside that place, and whether it is to be doubted. Nothing here is published.
 */
export interface Fact<T> {
  readonly value: T;
  readonly from: ReadFrom;
  /** Null when there is nothing to ask the clerk. */
  readonly doubt: Doubt | null;
}

export interface ReadFrom {
  /** As it was given: a file's name, or the address of a page. */
  readonly file: string;
  /** Counts from 1, as PDF readers do; null in a web page, an answer of a web service or a text. */
  readonly page: number | null;
  /** The words that it was read from, as they stand there. At most 300 characters. */
  readonly quote: string;
}

export type Doubt =
  /** Made out from layout or wording that could mean something else. */
  | 'guessed'
  /** Two places say different things; `value` is what is believed more. */
  | 'disagrees'
  /** The source ends in the middle, and says so. */
  | 'cut';

/**
 * How a system names a thing. Ids of another system are never ours; `order-paper` stands beside them where a thing was
 * matched to one that the council has here already, and its id is our own uuid.
 */
export interface Alias {
  readonly system: 'moderngov' | 'order-paper';
  /** `https://host/path` of the system, or null where the source does not say. */
  readonly site: string | null;
  readonly kind: 'committee' | 'meeting' | 'agenda' | 'item' | 'person' | 'document' | 'supplement';
  readonly id: string;
}

export interface UnderstoodMeeting {
  readonly aliases: readonly Alias[];
  readonly committee: Fact<string> | null;
  /** Local date and time in London: `2025-01-30T10:00`. */
  readonly start: Fact<string> | null;
  /** The day alone, `2025-01-30`, where a source gives it: letters with later papers often say no time. */
  readonly date?: Fact<string> | null;
  readonly plannedEnd: Fact<string> | null;
  readonly venue: Fact<string> | null;
  readonly contact: Fact<UnderstoodContact> | null;
  /** Date of publication: `2025-01-22`. */
  readonly published: Fact<string> | null;
  readonly state: Fact<'confirmed' | 'cancelled' | 'moved'> | null;
  readonly members: readonly Fact<UnderstoodMember>[];
  /** In the order of the agenda. */
  readonly items: readonly UnderstoodItem[];
  readonly exemptSection: Fact<'none-expected' | 'has-items'> | null;
  /** Of the whole meeting: front sheet, packs, supplements, printed minutes. */
  readonly documents: readonly LinkedDocument[];
}

export interface UnderstoodContact {
  readonly name: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
}

/** A member as a list prints them. Never an address or a telephone number of their own. */
export interface UnderstoodMember {
  readonly aliases: readonly Alias[];
  readonly name: string;
  readonly role: 'chair' | 'vice-chair' | 'member';
  readonly party: string | null;
  readonly ward: string | null;
  /** As the source says it: "Expected", "Present", "Apologies". */
  readonly attendance: string | null;
}

export interface UnderstoodItem {
  readonly aliases: readonly Alias[];
  /** As printed, without the full stop: "7". On a page with minutes it may be the minute's. Null for a heading. */
  readonly number: string | null;
  /** What `number` counts. */
  readonly numbered: 'agenda' | 'minute' | 'unknown';
  readonly title: Fact<string>;
  /** What stands under the title. */
  readonly text: readonly string[];
  /** Printed page span in the pack. */
  readonly pages: Fact<{ readonly first: number; readonly last: number }> | null;
  readonly papers: 'to-follow' | 'see-supplement' | null;
  readonly exempt: boolean;
  readonly documents: readonly LinkedDocument[];
  readonly minute: UnderstoodMinute | null;
}

/** A document that a page or an answer points to. Restricted ones are named and never fetched. */
export interface LinkedDocument {
  readonly aliases: readonly Alias[];
  readonly title: string;
  /** As the source gives it, made absolute where its own address is known; null when it has none. */
  readonly url: string | null;
  readonly kind: 'agenda' | 'pack' | 'supplement' | 'report' | 'minutes' | 'decisions' | 'other';
  readonly restricted: boolean;
}

/** One document within a pack. */
export interface PackDocument {
  readonly title: Fact<string>;
  /** The agenda item it stands under, or null for the front sheet. */
  readonly itemNumber: string | null;
  /** How deep its bookmark lies; 0 for what stands under no other document. */
  readonly depth: number;
  /** Pages of the PDF, both included; blank filler pages after it are within. */
  readonly first: number;
  readonly last: number;
  /** Pages of the PDF that say they were left blank. */
  readonly fillers: readonly number[];
  readonly kind: 'agenda' | 'report' | 'appendix';
}

export interface UnderstoodMinute {
  /** As printed: "292". */
  readonly number: string | null;
  readonly paragraphs: readonly string[];
  /** Each "RESOLVED that ..." with its parts, as printed. */
  readonly resolutions: readonly string[];
  readonly votes: readonly RecordedVote[];
  /** The source was cut ("view the full minutes text for item 59"). */
  readonly truncated: boolean;
}

/** A vote with names, or as a result alone. */
export interface RecordedVote {
  readonly title: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly abstained: readonly string[];
  /** The numbers as printed; null where the source gives none. */
  readonly counted: { readonly for: number; readonly against: number; readonly abstained: number } | null;
  readonly result: 'carried' | 'lost' | null;
  /** `disagrees` when a printed number is not the number of names. */
  readonly doubt: Doubt | null;
}

/** Printed minutes: past records. */
export interface UnderstoodMinutes {
  readonly meeting: UnderstoodMeeting;
  readonly present: readonly Fact<string>[];
  readonly apologies: readonly Fact<string>[];
  readonly declarations: readonly Fact<PastDeclaration>[];
  /** In the order of the paper. */
  readonly minutes: readonly Fact<PrintedMinute>[];
}

interface PastDeclaration {
  readonly name: string;
  readonly text: string;
}

interface PrintedMinute extends UnderstoodMinute {
  readonly title: string;
  /** From "(Item 3)"; null where none is printed. */
  readonly itemNumber: string | null;
}
