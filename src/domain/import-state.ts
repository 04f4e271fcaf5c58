import type { MeetingDraft } from './meeting-draft.ts';
import type { Proposal } from './proposal.ts';
import type { Doubt } from './understood.ts';

/**
 * An import on the clerk's desk: files are gathered, read together, looked at and corrected, and then published. Only
 * who began it sees it. Nothing of it is in the log before it is published.
 */
export interface ImportState {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly begunAt: string;
  readonly files: readonly ImportFile[];
  readonly reading: Reading;
}

export interface ImportFile {
  /** Place among the files of this import, from 0. It never changes. */
  readonly place: number;
  /** Its name in the proposal: as it was given, with folders, or the address it was fetched from. No other has it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** How much of it has arrived; `size` for all of it. */
  readonly here: number;
}

export type Reading =
  /** Nothing is being read. After a stop it says so once more. */
  | { readonly kind: 'not-begun'; readonly wasStopped: boolean }
  /** Another import of this council is being read first. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number; readonly name: string }
  /** It wanted more memory or time than there is, or met a fault of ours. The files are still there. */
  | { readonly kind: 'failed' }
  | ReadImport;

export interface ReadImport {
  readonly kind: 'read';
  readonly proposal: Proposal;
  /** One for each meeting of the proposal, in the same order. */
  readonly meetings: readonly ImportMeeting[];
  /** Everybody on the council's list, to choose from. */
  readonly people: readonly KnownPerson[];
  /** Names of the council's committees, to choose from. */
  readonly committees: readonly string[];
  /** Files from this place on came after it: one may have the name of a file that was read and removed. */
  readonly before: number;
}

export interface KnownPerson {
  readonly id: string;
  /** As minutes say it. */
  readonly name: string;
}

export interface ImportMeeting {
  /** What was understood, as it would be published; what the council published before is in it. */
  readonly draft: MeetingDraft;
  /** The meeting of ours that it was matched to; null for one that is new here. */
  readonly match: {
    readonly meetingId: string;
    readonly version: number;
    readonly doubt: Doubt | null;
  } | null;
  /** For each seat of the draft: whom of the council's list it was matched to, and whether to ask. */
  readonly people: readonly { readonly person: KnownPerson | null; readonly doubt: Doubt | null }[];
  /** What it became, once it was published from here. */
  readonly published: { readonly meetingId: string; readonly version: number } | null;
}

/** What is to be read besides the files. */
export interface ReadRequest {
  /** `https` pages, each fetched once. */
  readonly addresses: readonly string[];
  /** Whether the documents that those pages point to are fetched too. */
  readonly documents: boolean;
  /** Tried on every PDF that asks for one. */
  readonly password: string | null;
  /** The meeting of ours that the clerk says the papers are for; null where they say it themselves. */
  readonly meeting: string | null;
  /** Meetings of ours that the clerk says are not meant. */
  readonly apart: readonly string[];
}

/** What came of publishing. */
export type PublishAnswer =
  | { readonly kind: 'published'; readonly meetingId: string; readonly version: number }
  /** In one plain sentence; `where` is a path in the draft ("items.3.title") where one place is at fault. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly where: string | null }
  /** Somebody published a version since the draft was made: read the papers again. */
  | { readonly kind: 'published-since'; readonly version: number };
