import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readOwnRows } from '../../../src/storage/outbox.ts';
import { enrolmentStore } from '../../../src/browser/enrolment-store.ts';
import { recordEvents, type Recording, type Statement } from '../../../src/app/record.ts';
import { openDeviceDatabase, type DeviceDatabase } from '../../../src/storage/device-database.ts';
import { readEnrolment } from '../../../src/storage/enrolment.ts';
import { openRecordsDatabase, type RecordsDatabase } from '../../../src/storage/records-database.ts';
import { noSecondCopy, type SecondCopy } from '../../../src/storage/second-copy.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { followedBySecond } from '../../../src/storage/sync-store-twice.ts';
import { newCycleMemory, runCycle } from '../../../src/sync/cycle.ts';
import { enrol } from '../../../src/sync/enrol.ts';
import type { Outcome } from '../../../src/sync/outcome.ts';
import type { Outside, Signal, SyncPorts } from '../../../src/sync/ports.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from '../server/council-of-four.ts';
import { createNetwork, type Network } from './network.ts';
import { createTimers, type Timers } from './timers.ts';

type Who = Parameters<CouncilOfFour['enrol']>[0];

/** A real server in memory and the way to it. */
export interface World {
  readonly council: CouncilOfFour;
  readonly network: Network;
}

export const createWorld = async (parts: Parameters<typeof createCouncilOfFour>[0] = {}): Promise<World> => {
  const council = await createCouncilOfFour(parts);
  return { council, network: createNetwork(() => council.app) };
};

export interface Tab {
  readonly device: DeviceDatabase;
  readonly records: RecordsDatabase;
  readonly ports: SyncPorts;
  readonly timers: Timers;
  readonly signal: (signal: Signal) => void;
  readonly look: { isOnline: boolean; isVisible: boolean };
  /** Says something as the screens do; answers the ids. */
  readonly say: (...statements: Statement[]) => Promise<string[]>;
  readonly sync: () => Promise<Outcome>;
}

/** One browser of one person: its databases, its cookies, its clock. */
export interface Tablet {
  readonly factory: IDBFactory;
  /** Milliseconds that its clock is ahead of the server's. */
  clockAhead: number;
  readonly enrol: () => Promise<string>;
  readonly openTab: () => Tab;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const webCryptography: Outside['cryptography'] = {
  // In this thread: a background one would make the order of things depend on the machine.
  sha256: (bytes) => Promise.resolve(sha256(bytes)),
  createKeys: () =>
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
  exportPublicKey: (key) => crypto.subtle.exportKey('jwk', key),
  sign: async (key, bytes) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)),
};

export const createTablet = (
  world: World,
  who: Who,
  factory = new IDBFactory(),
  second: SecondCopy = noSecondCopy,
): Tablet => {
  const { council, network } = world;
  const options = { indexedDB: factory, IDBKeyRange };
  const fetch = network.createFetch();
  const locks = new Map<string, Promise<void>>();
  const tablet: Tablet = {
    factory,
    clockAhead: 0,
    enrol: async () => {
      const { ports } = tablet.openTab();
      const { code } = await council.store.invite(council.ids[who]);
      const enrolled = await enrol(ports, code, 'Tablet');
      if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.kind}`);
      return enrolled.value.deviceId;
    },
    openTab: () => {
      const device = openDeviceDatabase('order-paper', options);
      const records = openRecordsDatabase(council.councilId, council.ids[who], options);
      const timers = createTimers();
      const listeners = new Set<(signal: Signal) => void>();
      const look = { isOnline: true, isVisible: true };
      const outside: Outside = {
        fetch,
        now: () => council.clock.now + tablet.clockAhead,
        random: () => 0.5,
        startTimer: timers.startTimer,
        runExclusive: async (name, work) => {
          const before = locks.get(name) ?? Promise.resolve();
          const mine = before.then(work);
          locks.set(
            name,
            mine.catch(() => {}),
          );
          await mine;
        },
        cryptography: webCryptography,
        signals: {
          isOnline: () => look.isOnline,
          isVisible: () => look.isVisible,
          subscribe: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        },
        openPokes: () => () => {},
        app: '0.0.0',
      };
      const ports: SyncPorts = {
        outside,
        store: followedBySecond(createSyncStore(records), records, second),
        enrolments: enrolmentStore(device, second),
      };
      const memory = newCycleMemory();
      const enrolled = async () => {
        const enrolment = await readEnrolment(device);
        if (enrolment === null) throw new Error('enrol first');
        return enrolment;
      };
      return {
        device,
        records,
        ports,
        timers,
        look,
        signal: (signal) => listeners.forEach((listener) => listener(signal)),
        sync: async () => runCycle(ports, await enrolled(), memory),
        say: async (...statements) => {
          const services: Recording = {
            records,
            secondCopy: second,
            enrolment: await enrolled(),
            now: outside.now,
            newId: randomUUID,
            randomHex: (bytes) => randomBytes(bytes).toString('hex'),
            sha256: (text) => Promise.resolve(sha256(text)),
            sync: { state: { subscribe: () => ({ unsubscribe: () => {} }) }, wake: () => {} },
          };
          const said = await recordEvents(services, statements, null);
          if (!said.ok) throw new Error(`not saved: ${said.error.kind}`);
          return said.value;
        },
      };
    },
  };
  return tablet;
};

/** What the council's log and quarantine hold, in the log's order. */
export const logOf = async ({ council: { db } }: World) => ({
  log: await rowsOf<{ seq: number; id: string; device_id: string; n: number; person_id: string }>(
    db,
    "select seq, id, device_id, n, person_id from log where type <> 'meeting.publish' order by seq",
  ),
  aside: await rowsOf<{ id: string; status: string }>(db, 'select id, status from set_aside order by id'),
});

/** The outbox in the order of saving. */
export const outboxOf = ({ records }: Tab) => readOwnRows(records);
