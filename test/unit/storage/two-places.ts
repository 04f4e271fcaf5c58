import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDeviceDatabase, type DeviceDatabase } from '../../../src/storage/device-database.ts';
import { readEnrolment } from '../../../src/storage/enrolment.ts';
import { readOwnRows } from '../../../src/storage/outbox.ts';
import { openRecordsDatabase, type RecordsDatabase } from '../../../src/storage/records-database.ts';
import { recoverTablet } from '../../../src/storage/recover.ts';
import { SecondCopyDatabase } from '../../../src/storage/second-copy-database.ts';
import { createSecondCopy, type SecondCopy } from '../../../src/storage/second-copy.ts';
import { councilId, deviceId, personId } from './records.ts';

/** One tablet's two places, each with a disk of its own; `start` opens them as a new page does. */
export class TwoPlaces {
  first = new IDBFactory();
  second = new IDBFactory();

  /** What Chromium does when it finds the LevelDB of the default bucket damaged. */
  loseFirst(): void {
    this.first = new IDBFactory();
  }

  start(): Start {
    const options = { indexedDB: this.first, IDBKeyRange };
    const secondOptions = { indexedDB: this.second, IDBKeyRange };
    const device = openDeviceDatabase('order-paper', options);
    const second = createSecondCopy(() => Promise.resolve(secondOptions));
    return {
      device,
      second,
      records: openRecordsDatabase(councilId, personId, options),
      copy: new SecondCopyDatabase(secondOptions),
      recover: () =>
        recoverTablet(device, second, (council, person) => openRecordsDatabase(council, person, options)),
    };
  }
}

export interface Start {
  readonly device: DeviceDatabase;
  readonly records: RecordsDatabase;
  readonly second: SecondCopy;
  /** To look at what the second copy holds. */
  readonly copy: SecondCopyDatabase;
  readonly recover: () => Promise<boolean>;
}

export const makeEnrolment = async () => ({
  deviceId,
  personId,
  name: 'Mary Member',
  councilId,
  grants: [],
  council: { councilId, name: 'Council', demonstration: false, contacts: [] },
  keys: await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
});

/** Everything a person would miss: whose the tablet is, what waits, what is half filled in. */
export const whatIsThere = async ({ device, records }: Start) => ({
  deviceId: (await readEnrolment(device))?.deviceId ?? null,
  waiting: (await readOwnRows(records)).map(({ id, state }) => [id, state]),
  drafts: await records.drafts.toArray(),
});

/** The same of the second copy. */
export const whatIsKept = async ({ copy }: Start) => ({
  deviceId: (await copy.enrolments.get('current'))?.enrolment.deviceId ?? null,
  waiting: (await copy.kept.orderBy('place').toArray()).map(({ event }) => event.id),
  drafts: (await copy.drafts.toArray()).map(({ key, value }) => ({ key, value })),
});
