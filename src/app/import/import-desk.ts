import type { ImportState, PublishAnswer, ReadRequest } from '../../domain/import-state.ts';
import type { MeetingDraft } from '../../domain/meeting-draft.ts';
import type { Result } from '../../domain/result.ts';

/** What the clerk's desk asks of the council's server. Nothing rejects for what the network or the server does. */
export interface ImportDesk {
  readonly list: () => Promise<Asked<readonly OpenImport[]>>;
  /** Answers the id of an import without files. */
  readonly begin: () => Promise<Asked<string>>;
  /** Sends a file in parts; `onSent` hears how many bytes have arrived. A part that failed is sent again by calling again. */
  readonly sendFile: (
    id: string,
    file: { readonly name: string; readonly bytes: Blob },
    onSent: (bytes: number) => void,
  ) => Promise<Asked<void>>;
  readonly read: (id: string, request: ReadRequest) => Promise<Asked<void>>;
  readonly state: (id: string) => Promise<Asked<ImportState>>;
  readonly stop: (id: string) => Promise<Asked<void>>;
  readonly remove: (id: string) => Promise<Asked<void>>;
  /** Bytes of a file of the import, for its pages; null where they cannot be had. */
  readonly readRange: (id: string, place: number, begin: number, end: number) => Promise<Uint8Array | null>;
  readonly publish: (id: string, meeting: number, draft: MeetingDraft) => Promise<Asked<PublishAnswer>>;
}

export type Asked<T> = Result<T, ImportFault>;

export type ImportFault =
  /** No network, or no answer in time. */
  | 'offline'
  /** The device has to sign in, or is no clerk's any more. */
  | 'not-allowed'
  /** Removed, by this person elsewhere or because nobody touched it for two weeks. */
  | 'gone'
  | 'too-large'
  /** The server's disk is full. */
  | 'no-room'
  /** More imports are open than one person may have. */
  | 'too-many'
  | 'server';

export interface OpenImport {
  readonly id: string;
  readonly begunAt: string;
  readonly files: number;
  readonly committee: string | null;
  readonly date: string | null;
  readonly reading: ImportState['reading']['kind'];
}
