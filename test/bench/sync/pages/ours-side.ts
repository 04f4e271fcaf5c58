import { browserOutside } from '../../../../src/browser/outside.ts';
import { sha256Text } from '../../../../src/browser/cryptography.ts';
import { enrolmentStore } from '../../../../src/browser/enrolment-store.ts';
import { openSecondCopy } from '../../../../src/browser/second-bucket.ts';
import { digestInput } from '../../../../src/domain/digest.ts';
import { bringInLine } from '../../../../src/storage/bring-in-line.ts';
import { openDeviceDatabase } from '../../../../src/storage/device-database.ts';
import { readEventRows } from '../../../../src/storage/event-view.ts';
import { openRecordsDatabase } from '../../../../src/storage/records-database.ts';
import type { Made } from '../../../../src/storage/save-events.ts';
import { saveTwice } from '../../../../src/storage/save-twice.ts';
import { followedBySecond } from '../../../../src/storage/sync-store-twice.ts';
import { createSyncStore } from '../../../../src/storage/sync-store.ts';
import { newCycleMemory, runCycle } from '../../../../src/sync/cycle.ts';
import { enrol } from '../../../../src/sync/enrol.ts';
import type { Outcome } from '../../../../src/sync/outcome.ts';
import { pull } from '../../../../src/sync/pull.ts';
import { newPushSize, push } from '../../../../src/sync/push.ts';
import type { BenchSide, SideOptions } from './bench-side.ts';
import { makeEvent } from './make-event.ts';
import { measure, persist, timeEach } from './measure.ts';

const openSide = async ({ code, meetingId }: SideOptions) => {
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
  const store = followedBySecond(createSyncStore(db), db, second);
  const ports = { store, enrolments, outside };
  return { ports, enrolment, db, second, deviceId, subject: { councilId, personId, meetingId } };
};

type Opened = Awaited<ReturnType<typeof openSide>>;

let opened: Opened | null = null;
const side = (): Opened => {
  if (opened === null) throw new Error('this tablet is not enrolled');
  return opened;
};

const make = async (number: number): Promise<Made> => {
  const event = makeEvent(side().subject, number);
  return { event, digest: await sha256Text(digestInput(event)) };
};

const save = async (made: readonly Made[]): Promise<void> => {
  const { db, second, deviceId } = side();
  const saved = await saveTwice(db, second, { deviceId, made, draft: null, queuedAt: Date.now() });
  if (!saved.ok) throw new Error(`saving ended with ${saved.error.kind}`);
};

// What the engine does with each outcome: done, once more after a while, or nothing that time would help.
const untilDone = (work: () => Promise<Outcome>): Promise<number> =>
  persist(async () => {
    const { kind } = await work();
    if (kind !== 'done' && kind !== 'retry') throw new Error(`the sync ended with ${kind}`);
    return kind === 'done';
  });

globalThis.benchSide = {
  open: async (options) => {
    opened = await openSide(options);
    // The first contact brings the meeting: what is measured later is the records alone.
    if (options.firstContact)
      await untilDone(() => runCycle(side().ports, side().enrolment, newCycleMemory()));
  },
  queue: async (count) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 500) {
      const made = await Promise.all(
        Array.from({ length: Math.min(500, count - at) }, (_, index) => make(at + index)),
      );
      await save(made);
      ids.push(...made.map(({ event }) => event.id));
    }
    return ids;
  },
  push: () => measure(() => untilDone(() => push(side().ports, side().enrolment, newPushSize()))),
  pull: () => measure(() => untilDone(() => pull(side().ports, side().enrolment))),
  // With the digest, which is part of a save.
  saveSingly: (count) => timeEach(count, async (index) => save([await make(index)])),
  ids: async () => {
    const { db } = side();
    const others = (await db.faults.count()) + (await db.opaque.count());
    if (others > 0) throw new Error(`${others} records were set aside`);
    return (await readEventRows(db)).filter(({ type }) => type === 'apology.reason').map(({ id }) => id);
  },
} satisfies BenchSide;
