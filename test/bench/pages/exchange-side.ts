import { readOwnRows } from '../../../src/storage/outbox.ts';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { browserOutside } from '../../../src/browser/outside.ts';
import { enrolmentStore } from '../../../src/browser/enrolment-store.ts';
import { openSecondCopy } from '../../../src/browser/second-bucket.ts';
import { bringInLine } from '../../../src/storage/bring-in-line.ts';
import { openDeviceDatabase } from '../../../src/storage/device-database.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import { saveTwice } from '../../../src/storage/save-twice.ts';
import { followedBySecond } from '../../../src/storage/sync-store-twice.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { newCycleMemory, runCycle } from '../../../src/sync/cycle.ts';
import { enrol } from '../../../src/sync/enrol.ts';
import type { Outcome } from '../../../src/sync/outcome.ts';
import { pull } from '../../../src/sync/pull.ts';
import { newPushSize, push } from '../../../src/sync/push.ts';
import { makeRecords } from './make-records.ts';

/** One record on a tablet, by what makes it the same everywhere. */
export interface Kept {
  readonly id: string;
  readonly digest: string;
  /** The number in the council's log. */
  readonly seq: number | null;
}

/** A tablet as the sync has it, without screens. */
export interface ExchangeSide {
  /** Saves records as a person without a signal would; answers them in the order of saving. */
  readonly save: (count: number) => Promise<readonly Kept[]>;
  /** Milliseconds. */
  readonly push: () => Promise<number>;
  /** Milliseconds. */
  readonly pull: () => Promise<number>;
  /** Own records by their number in the log. Throws where something waits, was set aside or was not believed. */
  readonly read: () => Promise<readonly Kept[]>;
}

/** Enrols this browser and brings it up to date, so that what is measured later is the records alone. */
export const openExchange = async (code: string): Promise<ExchangeSide> => {
  const outside = browserOutside();
  const device = openDeviceDatabase();
  const second = openSecondCopy();
  const enrolments = enrolmentStore(device, second);
  const enrolled = await enrol({ enrolments, outside }, code, 'Benchmark');
  if (!enrolled.ok) throw new Error(`enrolling ended with ${enrolled.error.kind}`);
  const enrolment = enrolled.value;
  const { councilId, personId, deviceId } = enrolment;
  const db = openRecordsDatabase(councilId, personId);
  await bringInLine(device, db, second);
  const ports = { store: followedBySecond(createSyncStore(db), db, second), enrolments, outside };
  demandDone(await runCycle(ports, enrolment, newCycleMemory()));
  const meeting = await db.manifests.orderBy('meetingId').last();
  if (meeting === undefined) throw new Error('the demonstration has no meeting');

  return {
    save: async (count) => {
      const subject = { councilId, personId, meetingId: meeting.meetingId };
      const made = await makeRecords(subject, count);
      const saved = await saveTwice(db, second, { deviceId, made, draft: null, queuedAt: Date.now() });
      if (!saved.ok) throw new Error(`saving ended with ${saved.error.kind}`);
      return made.map(({ event, digest }) => ({ id: event.id, digest, seq: null }));
    },
    push: () => time(() => push(ports, enrolment, newPushSize())),
    pull: () => time(() => pull(ports, enrolment)),
    read: async () => {
      const own = await readOwnRows(db);
      const waiting = own.filter(({ state }) => state !== 'received').length;
      const others = (await db.faults.count()) + (await db.opaque.count());
      if (waiting + others > 0) throw new Error(`${waiting} records wait, ${others} were set aside`);
      const rows = (await readEventRows(db)).filter(({ mine }) => mine === 1);
      // A record's own row learns its number with the next pull; before that the receipt knows it.
      const receipts = new Map(own.map(({ id, receipt }) => [id, receipt]));
      const seqOf = (id: string): number | null => {
        const receipt = receipts.get(id);
        return receipt && 'seq' in receipt ? receipt.seq : null;
      };
      return rows
        .map(({ id, digest, seq }) => ({ id, digest, seq: seq ?? seqOf(id) }))
        .toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
    },
  };
};

const time = async (work: () => Promise<Outcome>): Promise<number> => {
  const start = performance.now();
  const outcome = await work();
  const end = performance.now();
  demandDone(outcome);
  return end - start;
};

const demandDone = ({ kind }: Outcome): void => {
  if (kind !== 'done') throw new Error(`the sync ended with ${kind}`);
};
