import type { Services } from '../../app/services.ts';
import type { ImportState, ReadImport } from '../../domain/import-state.ts';

/** What the screen that shows a read import is given. */
export interface ReviewProps {
  readonly services: Services;
  readonly state: ImportState;
  /** The reading of `state`. */
  readonly read: ReadImport;
  /**
   * Has the papers read once more; `apart` are the meetings of ours that the clerk says are not meant. With none, what
   * is missing can be added first.
   */
  readonly onReadAgain: (apart: readonly string[]) => void;
  /** Asks the server once more how it stands. */
  readonly onRefresh: () => void;
  /** Asks whether the import is to go, and removes it. */
  readonly onRemove: () => void;
}
