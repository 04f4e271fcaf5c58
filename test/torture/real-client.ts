import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readOwnRows } from '../../src/storage/outbox.ts';
import { createPackedFetch } from '../../src/browser/packed-fetch.ts';
import { recordEvents, type Statement } from '../../src/app/record.ts';
import type { Receipt } from '../../src/domain/receipt.ts';
import { openDeviceDatabase } from '../../src/storage/device-database.ts';
import { forgetDevice, keepKeys, readEnrolment, saveEnrolment } from '../../src/storage/enrolment.ts';
import { openRecordsDatabase, type RecordsDatabase } from '../../src/storage/records-database.ts';
import { noteSignedOut } from '../../src/storage/signed-out.ts';
import { createSyncStore } from '../../src/storage/sync-store.ts';
import { newCycleMemory, runCycle } from '../../src/sync/cycle.ts';
import { startSyncEngine, type SyncEngine } from '../../src/sync/engine.ts';
import { enrol } from '../../src/sync/enrol.ts';
import type { Outcome } from '../../src/sync/outcome.ts';
import type { Enrolled, EnrolmentStore, Outside, SyncPorts } from '../../src/sync/ports.ts';
import type { Told } from './log-file.ts';

/** The app's own recording, storage and sync in this process, on a network of sockets. */
export interface RealClient {
  readonly who: string;
  readonly records: RecordsDatabase;
  /** Says something as the screens do; answers the ids. */
  readonly say: (...statements: Statement[]) => Promise<readonly string[]>;
  /** One cycle of the sync, at once. */
  readonly sync: () => Promise<Outcome>;
  /** The same tablet and person with a new code, as after the server forgot the device. */
  readonly enrolAgain: (code: string) => Promise<void>;
  /** The session has run out; the tablet does not know yet. */
  readonly forgetSession: () => void;
  /** The engine with its loop, back-off and watches; the caller stops it. */
  readonly startEngine: () => SyncEngine;
  /** What it was told so far, as its own storage has it. */
  readonly told: () => Promise<Told>;
  readonly close: () => void;
}

export interface Surroundings {
  /** Where the server, or the wire to it, is at the moment. */
  readonly port: () => number;
  /** Times run so many times faster than the product's: a timeout of 30 s need not take 30 s. 1 where nothing is said. */
  readonly haste?: () => number;
  /** Called after each request, however it ended. */
  readonly asked?: () => void;
  /** Called with each answer, before the client reads it. */
  readonly heard?: (path: string, init: RequestInit, response: Response) => Promise<void>;
}

/** Enrols a new tablet with a code; the network must be good for that long. */
export const enrolRealClient = async (
  surroundings: Surroundings,
  code: string,
  who: string,
): Promise<RealClient> => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const device = openDeviceDatabase('order-paper', options);
  const enrolments: EnrolmentStore = {
    read: () => readEnrolment(device),
    save: (enrolment) => saveEnrolment(device, enrolment),
    noteSignedOut: (handedOver) => noteSignedOut(device, handedOver),
    forget: (deviceId) => forgetDevice(device, deviceId),
    keepKeys: (codeHash, fresh) => keepKeys(device, codeHash, fresh),
  };
  const session = { cookie: '' };
  const outside = openOutside(surroundings, session);
  const enrolWith = async (fresh: string): Promise<Enrolled> => {
    const enrolled = await enrol({ enrolments, outside }, fresh, who);
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.kind}`);
    return enrolled.value;
  };
  const first = await enrolWith(code);
  const records = openRecordsDatabase(first.councilId, first.personId, options);
  const ports: SyncPorts = { outside, enrolments, store: createSyncStore(records) };
  return openClient(ports, first, { records, who, enrolWith, session });
};

interface Tablet {
  readonly records: RecordsDatabase;
  readonly who: string;
  readonly enrolWith: (code: string) => Promise<Enrolled>;
  readonly session: { cookie: string };
}

const openClient = (ports: SyncPorts, first: Enrolled, tablet: Tablet): RealClient => {
  const { records, who, enrolWith } = tablet;
  let enrolment = first;
  let memory = newCycleMemory();
  let engine: SyncEngine | null = null;
  return {
    who,
    records,
    say: async (...statements) => {
      const said = await recordEvents(
        { ...recording, records, enrolment, sync: { state: noState, wake: () => engine?.wake() } },
        statements,
        null,
      );
      if (!said.ok) throw new Error(`not saved: ${said.error.kind}`);
      return said.value;
    },
    sync: () => runCycle(ports, enrolment, memory),
    enrolAgain: async (code) => {
      enrolment = await enrolWith(code);
      memory = newCycleMemory();
    },
    forgetSession: () => {
      tablet.session.cookie = '';
    },
    startEngine: () => {
      engine = startSyncEngine(ports);
      return engine;
    },
    told: async () => {
      const rows = await readOwnRows(records);
      const receipts = new Map<string, Receipt>();
      for (const { id, receipt } of rows) if (receipt !== null) receipts.set(id, receipt);
      return { who, said: rows.map(({ id }) => id), receipts };
    },
    close: () => {
      engine?.stop();
      records.close();
    },
  };
};

const noState = { subscribe: () => ({ unsubscribe: () => {} }) };

const recording = {
  now: Date.now,
  newId: () => randomUUID(),
  randomHex: (bytes: number) => randomBytes(bytes).toString('hex'),
  sha256: (text: string) => Promise.resolve(sha256(text)),
};

const openOutside = ({ port, haste, asked, heard }: Surroundings, session: { cookie: string }): Outside => {
  // What a browser does by itself: the cookie, and the page's own origin.
  const send = createPackedFetch(async (path, init) => {
    const headers = new Headers(init.headers);
    if (session.cookie !== '') headers.set('Cookie', session.cookie);
    const response = await fetch(`http://127.0.0.1:${port()}${path}`, { ...init, headers });
    session.cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? session.cookie;
    return response;
  });
  return {
    fetch: async (path, init) => {
      try {
        const response = await send(path, init);
        await heard?.(path, init, response);
        return response;
      } finally {
        asked?.();
      }
    },
    now: Date.now,
    random: Math.random,
    startTimer: (then, ms) => {
      const timer = setTimeout(then, ms / (haste?.() ?? 1));
      return () => clearTimeout(timer);
    },
    runExclusive: (_, work) => work(),
    cryptography: {
      sha256: (bytes) => Promise.resolve(sha256(bytes)),
      createKeys: () =>
        crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
      exportPublicKey: (key) => crypto.subtle.exportKey('jwk', key),
      sign: async (key, bytes) =>
        new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)),
    },
    signals: { isOnline: () => true, isVisible: () => true, subscribe: () => () => {} },
    openPokes: () => () => {},
    app: '0.0.0-torture',
  };
};

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
