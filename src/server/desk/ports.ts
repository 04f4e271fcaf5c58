import type { PublishAnswer, ReadImport, ReadRequest } from '../../domain/import-state.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Result } from '../../domain/result.ts';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import type { ImportFault } from '../import/import-fault.ts';
import type { PreparedMeeting } from '../import/prepare-meeting.ts';
import type { MeetingFolder } from '../import/read-folder.ts';

/** What the desk asks of what the council has published already. All of it runs in the main thread, beside the database. */
export interface Matching {
  /**
   * What the council has published of the meetings that these sources are about, as further sources, to be read
   * together with them. The clerk may have said which of ours is meant, or is not. The sources come from another process
   * without the words of their papers (`paper.text.pages` is empty): nobody here needs them.
   */
  readonly published: (
    sources: readonly UnderstoodSource[],
    said: Pick<ReadRequest, 'meeting' | 'apart'>,
  ) => Promise<readonly UnderstoodSource[]>;
  /**
   * One meeting for each of the proposal, in its order, as it would be published, and what there is to choose from.
   * `published` of each is null: the desk itself knows what was published from an import.
   */
  readonly meetings: (proposal: Proposal) => Promise<Pick<ReadImport, 'meetings' | 'people' | 'committees'>>;
  /**
   * Publishes a draft as the clerk corrected it. It came from outside and is checked here. `files` has the bytes of each
   * file of the import that the draft names, and of no other. Two calls with the same `follows` publish once.
   */
  readonly publish: (
    draft: unknown,
    files: ReadonlyMap<string, Uint8Array>,
    mayStill: MayStill,
  ) => Promise<PublishAnswer>;
}

/** Whether whoever asked may publish at this moment: their tablet may have been revoked meanwhile. */
export type MayStill = () => Promise<boolean>;

/** Reads and checks the papers of a meeting away from the main thread. */
export type Prepare = (folder: MeetingFolder) => Promise<Result<PreparedMeeting, ImportFault>>;
