import type { EnrolmentStore, SyncStore } from '../../src/sync/ports.ts';
import { createMemoryLog } from './memory-log.ts';
import { createMemoryOutbox, pendingOf } from './memory-outbox.ts';
import { freshMeta, type MemoryRows, type Transact } from './memory-rows.ts';

/** What waits on a disk, as every screen shows it. */
export const readWaiting = (rows: MemoryRows) => ({
  pendingSince: pendingOf(rows).map((row) => row.queuedAt),
  quarantined: [...rows.outbox.values()].filter((row) => row.state === 'quarantined').length,
  blobs: 0,
  lastContact: rows.meta.lastContact,
});

/**
 * `SyncStore` without a browser. Papers are left out: nothing is ever wanted, so nothing is downloaded.
 * What is not here is held to storage's promises by test/unit/simulate/store-conformance.test.ts.
 */
export const createMemoryStore = (
  transact: Transact,
  personId: string,
  waiting: SyncStore['waiting'],
): SyncStore => ({
  readMeta: () => transact('read', 'readMeta', ({ meta }) => meta),
  recordContact: (contact) =>
    transact('write', 'recordContact', (rows) => void (rows.meta = { ...rows.meta, ...contact })),
  ...createMemoryOutbox(transact),
  ...createMemoryLog(transact, personId),
  requestComing: () => Promise.resolve(),
  removeExpired: () => Promise.resolve([]),
  dropSuperseded: () => Promise.resolve(),
  nextMissingBlob: () => Promise.resolve(null),
  isBlobWanted: () => Promise.resolve(false),
  storeChunk: () => Promise.resolve('stored'),
  failBlob: () => Promise.resolve(),
  wipe: () =>
    transact('write', 'wipe', (rows) => {
      if (pendingOf(rows).length > 0) return false;
      rows.meta = freshMeta;
      for (const table of [rows.events, rows.opaque, rows.faults, rows.outbox, rows.manifestVersions]) {
        table.clear();
      }
      return true;
    }),
  waiting,
});

/** As storage/enrolment.ts and storage/signed-out.ts. */
export const createMemoryEnrolments = (transact: Transact): EnrolmentStore => ({
  read: () => transact('read', 'readEnrolment', ({ enrolment }) => enrolment),
  save: (enrolment) =>
    transact('write', 'saveEnrolment', (rows) => {
      rows.enrolment = enrolment;
      rows.trials.clear();
      rows.handedOver = null;
    }),
  noteSignedOut: (handedOver) =>
    transact('write', 'noteSignedOut', (rows) => {
      rows.handedOver = Math.max(rows.handedOver ?? 0, handedOver);
    }),
  forget: (deviceId) =>
    transact('write', 'forget', (rows) => {
      if (rows.enrolment?.deviceId === deviceId) rows.enrolment = null;
    }),
  keepKeys: async (codeHash, fresh) => {
    const before = await transact('read', 'readTrial', ({ trials }) => trials.get(codeHash));
    if (before !== undefined) return before;
    const keys = await fresh();
    await transact('write', 'keepTrial', ({ trials }) => void trials.set(codeHash, keys));
    return transact('read', 'readTrial', ({ trials }) => trials.get(codeHash) ?? null);
  },
});
