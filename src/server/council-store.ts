import type { BlobRef, Manifest } from '../domain/meeting.ts';
import type { Result } from '../domain/result.ts';
import type { Alias } from '../domain/understood.ts';
import type { Council } from '../protocol/council.ts';
import type { Grant } from '../protocol/enrol.ts';
import type { KnownAlias } from './aliases.ts';

/**
 * What the importer and the demonstration may do with one council's data folder. Every verb is
 * complete when it answers: the transaction is committed and the bytes are on the disk.
 */
export interface CouncilStore {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Random bytes, for ids. */
  readonly random: (bytes: number) => Uint8Array;
  /** The council of this folder, or null while it is empty. */
  readonly readCouncil: () => Promise<Council | null>;
  /** Names the council of this folder, or renames it. A second council in one folder is refused by rejecting. */
  readonly setCouncil: (council: Council) => Promise<void>;
  readonly listPeople: () => Promise<readonly Person[]>;
  /** Adds a person, or changes name, role and grants of one that is known. Earlier grants end, none is erased. */
  readonly addPerson: (person: Person) => Promise<void>;
  /** A single-use code, good for 72 hours. Rejects when the person is unknown. */
  readonly invite: (personId: string) => Promise<Invitation>;
  /** Keeps bytes under their SHA-256; the same bytes twice are kept once. */
  readonly putBlob: (bytes: Uint8Array) => Promise<BlobRef>;
  /** The bytes of a blob that was put, or null. */
  readonly readBlob: (sha256: string) => Promise<Uint8Array | null>;
  /** The highest version of every meeting that was published. */
  readonly listMeetings: () => Promise<readonly StoredMeeting[]>;
  /** What other systems call these of ours. */
  readonly aliasesOf: (ids: readonly string[]) => Promise<readonly KnownAlias[]>;
  /** Those of these aliases that are known here. */
  readonly knownAliases: (aliases: readonly Alias[]) => Promise<readonly KnownAlias[]>;
  /** The highest version published of a meeting, or null. */
  readonly latestVersion: (meetingId: string) => Promise<number | null>;
  /**
   * Publishes a manifest whose papers were put before: keeps it as a blob and appends `meeting.publish`
   * in the name of the server. All or nothing, `beside` included.
   */
  readonly publishMeeting: (
    manifest: Manifest,
    beside?: PublishedBeside,
  ) => Promise<Result<Published, PublishFault>>;
}

/** What is written together with a version. */
export interface PublishedBeside {
  /** What other systems call what is in it. */
  readonly aliases: readonly KnownAlias[];
  /** Whether the holders of its seats are put on the council's list, each with a member's grant. */
  readonly members: boolean;
}

export interface StoredMeeting {
  readonly meetingId: string;
  readonly version: number;
  readonly committeeId: string;
  /** SHA-256 of the manifest's bytes. */
  readonly manifest: string;
}

export interface Person {
  readonly id: string;
  /** As minutes say it: "Ian Hopwood". */
  readonly name: string;
  /** What minutes put in brackets for a co-opted member, or null. */
  readonly role: string | null;
  readonly grants: readonly Grant[];
}

export interface Invitation {
  /** As it is read out: "7KQ2-M4XT". */
  readonly code: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

export interface Published {
  readonly meetingId: string;
  readonly version: number;
  /** SHA-256 of the manifest's bytes. */
  readonly manifest: string;
  readonly seq: number;
}

export type PublishFault =
  | { readonly kind: 'wrong-council' }
  /** Versions follow one another: `expected` is the one that comes next. */
  | { readonly kind: 'wrong-version'; readonly expected: number }
  | { readonly kind: 'missing-blob'; readonly sha256: string }
  | { readonly kind: 'not-a-manifest'; readonly where: string };
