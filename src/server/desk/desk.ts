import type { ImportState, PublishAnswer, ReadRequest } from '../../domain/import-state.ts';
import type { Result } from '../../domain/result.ts';
import type { ImportList } from '../../protocol/imports.ts';
import type { ProblemCode } from '../../protocol/problem.ts';
import type { Owner } from './import-record.ts';
import type { MayStill } from './ports.ts';

/** The clerk's desk for papers that come in, as its routes see it. An import is there for its owner alone. */
export interface Desk {
  /** Newest first. What nobody touched for two weeks is removed before. */
  readonly list: (owner: Owner) => Promise<ImportList['imports']>;
  /** Answers the id of an import without files. */
  readonly begin: (owner: Owner) => Promise<Result<string, 'too_many_imports' | 'no_room'>>;
  readonly state: (owner: Owner, id: string) => Promise<ImportState | null>;
  /** Answers the place of the file. */
  readonly addFile: (
    owner: Owner,
    id: string,
    file: { readonly name: string; readonly size: number },
  ) => Promise<Result<number, DeskFault>>;
  /** Answers how much of the file is here. The same part twice is the same as once. */
  readonly keepPart: (
    owner: Owner,
    id: string,
    part: { readonly place: number; readonly at: number; readonly bytes: Uint8Array },
  ) => Promise<Result<number, DeskFault>>;
  /** Removes a file that was given; one that is gone is removed. What was read of it before stays. */
  readonly removeFile: (owner: Owner, id: string, place: number) => Promise<Result<void, DeskFault>>;
  /** Where a file lies on the disk; null unless all of it is here. */
  readonly file: (owner: Owner, id: string, place: number) => Promise<DeskFile | null>;
  readonly read: (owner: Owner, id: string, request: ReadRequest) => Promise<Result<void, DeskFault>>;
  readonly stop: (owner: Owner, id: string) => Promise<Result<void, DeskFault>>;
  /** `mayStill` is asked once more when all papers are read, which may take minutes. */
  readonly publish: (
    owner: Owner,
    id: string,
    given: { readonly meeting: number; readonly draft: unknown },
    mayStill: MayStill,
  ) => Promise<Result<PublishAnswer, DeskFault>>;
  readonly remove: (owner: Owner, id: string) => Promise<Result<void, DeskFault>>;
  /** Ends what is being read; after the next start it says that it was stopped. */
  readonly close: () => Promise<void>;
}

export type DeskFault = Extract<
  ProblemCode,
  'not_found' | 'bad_request' | 'too_large' | 'no_room' | 'being_read'
>;

export interface DeskFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}
