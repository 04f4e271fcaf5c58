import type { Recording, Statement } from '../../src/app/record.ts';
import type { Result } from '../../src/domain/result.ts';
import type { EventRow, FaultRow } from '../../src/storage/event-rows.ts';
import type { Progress } from '../../src/storage/outbox-row.ts';
import type { SaveFault } from '../../src/storage/save-events.ts';
import type { SyncMeta } from '../../src/storage/meta-row.ts';
import type { Enrolled, EnrolmentStore, SyncStore } from '../../src/sync/ports.ts';
import type { PublishedVersion } from './memory-rows.ts';

/** The tab in which something is done, as far as its disk has to know. */
export interface Life {
  readonly personId: string;
  readonly isAlive: () => boolean;
  /** Ends the browser with all of its tabs. */
  readonly crash: () => void;
}

/** A tablet's storage as one tab has it open. */
export interface OpenDisk {
  readonly store: SyncStore;
  readonly enrolments: EnrolmentStore;
  /** The path that the screens take: freezes what is said and saves it. Answers the ids. */
  readonly record: (
    services: Omit<Recording, 'records'>,
    statements: readonly Statement[],
  ) => Promise<Result<string[], SaveFault>>;
  /** The tab has ended. */
  readonly close: () => void;
}

/** Everything that can be seen from outside, at one moment. */
export interface Look {
  readonly meta: SyncMeta;
  /** In the order of saving. */
  readonly outbox: readonly Progress[];
  readonly events: readonly EventRow[];
  readonly faults: readonly FaultRow[];
  readonly manifestVersions: readonly PublishedVersion[];
  readonly enrolment: Enrolled | null;
}

/** One tablet's storage: in memory, or Dexie's on an IndexedDB of its own. */
export interface Disk {
  readonly open: (life: Life) => OpenDisk;
  readonly look: () => Promise<Look>;
  readonly backUp: () => Promise<void>;
  /** Puts the last backup back, while no tab is open; false where there is none. */
  readonly restore: () => Promise<boolean>;
}
