import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readOwnRows } from '../../src/storage/outbox.ts';
import { readEventRows } from '../../src/storage/event-view.ts';
import { recordEvents } from '../../src/app/record.ts';
import { openDeviceDatabase, type DeviceDatabase } from '../../src/storage/device-database.ts';
import { forgetDevice, keepKeys, readEnrolment, saveEnrolment } from '../../src/storage/enrolment.ts';
import { readMeta } from '../../src/storage/meta.ts';
import { readNextNumber } from '../../src/storage/next-number.ts';
import { openRecordsDatabase, type RecordsDatabase } from '../../src/storage/records-database.ts';
import { noteSignedOut } from '../../src/storage/signed-out.ts';
import { createSyncStore } from '../../src/storage/sync-store.ts';
import type { EnrolmentStore } from '../../src/sync/ports.ts';
import { addDiskFaults } from './dexie-faults.ts';
import type { Disk, Life, Look, OpenDisk } from './disk.ts';
import type { World } from './world.ts';

/** One tablet's storage as the product has it: Dexie over an IndexedDB of its own. */
export const createDexieDisk = ({ timeline, trace, faults, council }: World, personId: string): Disk => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const openBoth = () => ({
    records: openRecordsDatabase(council.councilId, personId, options),
    device: openDeviceDatabase('order-paper', options),
  });
  const reader = openBoth();
  const tables = () => [...reader.records.tables, ...reader.device.tables];
  let backup: ReadonlyMap<string, readonly unknown[]> | null = null;

  // Steps that wait for something look every tenth of a second, and mostly nothing has been written.
  let changes = 0;
  let seen: { readonly changes: number; readonly look: Look } | null = null;
  const changed = (): void => void (changes += 1);
  const look = async (): Promise<Look> => {
    if (seen?.changes === changes) return seen.look;
    const before = changes;
    const fresh = await lookAt(reader.records, reader.device);
    if (changes === before) seen = { changes, look: fresh };
    return fresh;
  };

  const note = (line: string): void => trace.note(timeline.now(), line);
  const open = (life: Life): OpenDisk => {
    const { records, device } = openBoth();
    for (const db of [records, device]) addDiskFaults(db, life, faults, note, changed);
    return {
      store: createSyncStore(records),
      enrolments: createEnrolments(device),
      record: (services, statements) => recordEvents({ ...services, records }, statements, null),
      close: () => {
        records.close();
        device.close();
      },
    };
  };

  return {
    open,
    look,
    backUp: async () => {
      const kept = new Map<string, readonly unknown[]>();
      for (const table of tables()) kept.set(table.name, (await table.toArray()) as unknown[]);
      backup = kept;
    },
    restore: async () => {
      if (backup === null) return false;
      changed();
      for (const table of tables()) {
        await table.clear();
        await table.bulkPut([...(backup.get(table.name) ?? [])]);
      }
      return true;
    },
  };
};

export const createEnrolments = (device: DeviceDatabase): EnrolmentStore => ({
  read: () => readEnrolment(device),
  save: (enrolment) => saveEnrolment(device, enrolment),
  noteSignedOut: (handedOver) => noteSignedOut(device, handedOver),
  forget: (deviceId) => forgetDevice(device, deviceId),
  keepKeys: (codeHash, fresh) => keepKeys(device, codeHash, fresh),
});

export const lookAt = async (records: RecordsDatabase, device: DeviceDatabase): Promise<Look> => {
  const enrolment = await readEnrolment(device);
  const { meta, outbox, sent, log, faults, manifestVersions } = records;
  return records.transaction('r', [meta, outbox, sent, log, faults, manifestVersions], async () => ({
    meta: { ...(await readMeta(records)), nextN: await readNextNumber(records) },
    outbox: await readOwnRows(records),
    events: await readEventRows(records),
    faults: await faults.toArray(),
    manifestVersions: await manifestVersions.toArray(),
    enrolment,
  }));
};
