import type { Sha256 } from '../domain/digest.ts';
import type { Watch } from '../domain/watch.ts';
import type { DirtyForms } from './dirty-forms.ts';
import type { ImportDesk } from './import/import-desk.ts';
import type { RecordsDatabase } from '../storage/records-database.ts';
import type { Enrolment } from '../storage/device-database.ts';
import type { SecondCopy } from '../storage/second-copy.ts';
import type { SetAsideRecord } from '../sync/set-aside.ts';
import type { SyncState } from '../sync/sync-state.ts';

/** What every screen of an enrolled person may ask of the outside. Put together in `main.tsx`. */
export interface Services {
  readonly records: RecordsDatabase;
  /** Where what nobody else has is kept once more; absent where there is no second place. */
  readonly secondCopy?: SecondCopy;
  /** Who this tablet belongs to, and in which council. */
  readonly enrolment: Enrolment;
  /** Milliseconds since 1970 by the tablet's clock. */
  readonly now: () => number;
  /** A new UUID version 7. */
  readonly newId: () => string;
  /** Random bytes as lower-case hex. */
  readonly randomHex: (bytes: number) => string;
  readonly sha256: Sha256;
  /** BCP 47 tag of the interface language. */
  readonly language: () => string;
  readonly sync: SyncControl;
  /** For a clerk: what the council's server has set aside; null while it cannot be asked. Never rejects. */
  readonly askSetAside: () => Promise<readonly SetAsideRecord[] | null>;
  /** For a clerk: papers that come in. */
  readonly imports: ImportDesk;
  /** Starts the worker that reads PDFs, from the one address that Trusted Types lets through. */
  readonly makePdfWorker: () => Worker;
  /** Which forms are being filled in; asked before an update of the app is applied. */
  readonly forms: DirtyForms;
}

/** The small verbs of the sync engine that a screen may use. */
export interface SyncControl {
  readonly state: Watch<SyncState>;
  /** Says that there is something to send or to fetch. Never waits. */
  readonly wake: () => void;
}
