import type { ImportState, PublishAnswer, ReadRequest } from '../../domain/import-state.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import type { Result } from '../../domain/result.ts';
import type { ImportFault } from '../../sync/import-fault.ts';

/** What the clerk's desk asks of the council's server. Nothing rejects for what the network or the server does. */
export interface ImportDesk {
  readonly list: () => Promise<Asked<readonly OpenImport[]>>;
  /** Answers the id of an import without files. */
  readonly begin: () => Promise<Asked<string>>;
  /**
   * Sends a file in parts; `onSent` hears how many bytes of it have arrived. Called again for a file of this name
   * and size it goes on where it was. After `stop` no further part is sent, and what is answered says nothing.
   */
  readonly sendFile: (
    id: string,
    file: { readonly name: string; readonly bytes: Blob },
    onSent: (bytes: number) => void,
    stop?: AbortSignal,
  ) => Promise<Asked<void>>;
  /** Removes one file; one that is gone is removed. Not while the import is being read or waits to be. */
  readonly removeFile: (id: string, place: number) => Promise<Asked<void>>;
  readonly read: (id: string, request: ReadRequest) => Promise<Asked<void>>;
  /** What was last asked to be read here, to ask it again; kept with its password until the app is closed. */
  readonly lastRequest: (id: string) => Promise<ReadRequest | null>;
  readonly state: (id: string) => Promise<Asked<ImportState>>;
  readonly stop: (id: string) => Promise<Asked<void>>;
  readonly remove: (id: string) => Promise<Asked<void>>;
  /** Bytes of a file of the import, for its pages; null where they cannot be had. */
  readonly readRange: (id: string, place: number, begin: number, end: number) => Promise<Uint8Array | null>;
  readonly publish: (id: string, meeting: number, draft: MeetingDraft) => Promise<Asked<PublishAnswer>>;
}

export type Asked<T> = Result<T, ImportFault>;

export type { ImportFault };

export interface OpenImport {
  readonly id: string;
  readonly begunAt: string;
  readonly files: number;
  readonly committee: string | null;
  readonly date: string | null;
  readonly reading: ImportState['reading']['kind'];
}
