import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createDirtyForms } from '../../../src/app/dirty-forms.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import type { Services } from '../../../src/app/services.ts';
import { createValue } from '../../../src/domain/value.ts';
import type { AnyEvent } from '../../../src/domain/event.ts';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { eventToRow } from '../../../src/storage/event-rows.ts';
import { putLogRows } from '../../../src/storage/keep-items.ts';
import { putManifest } from '../../../src/storage/manifests.ts';
import { openRecordsDatabase, type RecordsDatabase } from '../../../src/storage/records-database.ts';
import { watchMyRecords } from '../../../src/storage/records.ts';
import { firstSyncState, type SyncState } from '../../../src/sync/sync-state.ts';

export const ids = {
  council: '00000000-0000-4000-8000-00000000000c',
  meeting: '00000000-0000-4000-8000-0000000000a1',
  anna: '00000000-0000-4000-8000-0000000000b1',
  ben: '00000000-0000-4000-8000-0000000000b2',
  clerk: '00000000-0000-4000-8000-0000000000b9',
  roads: '00000000-0000-4000-8000-0000000000d1',
  schools: '00000000-0000-4000-8000-0000000000d2',
} as const;

const names: Readonly<Record<string, string>> = {
  [ids.anna]: 'Anna Ash',
  [ids.ben]: 'Ben Birch',
  [ids.clerk]: 'Cleo Clerk',
};

/** 12:00 in London, 1 February 2016. */
export const startMs = Date.parse('2016-02-01T12:00:00Z');

const seat = (id: string, personId: string): Manifest['seats'][number] => ({
  id,
  group: 'Members',
  role: 'member',
  votes: 'all',
  holder: {
    kind: 'person',
    personId,
    listName: names[personId] ?? '',
    minuteName: names[personId] ?? '',
    minuteRole: null,
  },
});

const item = (id: string, number: string, title: string): Manifest['items'][number] => ({
  id,
  number,
  title,
  pages: null,
  education: false,
  minute: null,
});

export const manifest: Manifest = {
  format: 1,
  meetingId: ids.meeting,
  version: 3,
  reason: 'A supplement',
  councilId: ids.council,
  committee: { id: '00000000-0000-4000-8000-0000000000e1', name: 'Roads Panel', type: 'scrutiny' },
  start: '2016-02-01T12:00',
  zone: 'Europe/London',
  venue: 'Hall',
  state: 'coming',
  regime: { id: 'LGA-2020', version: 1 },
  seats: [
    seat('00000000-0000-4000-8000-0000000000f1', ids.anna),
    seat('00000000-0000-4000-8000-0000000000f2', ids.ben),
    {
      ...seat('00000000-0000-4000-8000-0000000000f3', ids.clerk),
      holder: { kind: 'vacant' },
    },
  ],
  contacts: [],
  items: [item(ids.roads, '4', 'Roads'), item(ids.schools, '5', 'Schools')],
  papers: [],
  plans: [],
};

/** One tablet of one person, with everything a screen may ask for; nothing of it leaves the process. */
export interface TestTablet {
  readonly services: Services;
  readonly clock: { now: number };
  readonly sync: ReturnType<typeof createValue<SyncState>>;
  readonly wakes: () => number;
  /** The same tablet after a crash: the store as it is, everything else anew. */
  readonly restart: () => Promise<TestTablet>;
  readonly said: () => Promise<readonly AnyEvent[]>;
}

const noDesk = (): Promise<never> => Promise.reject(new Error('no papers come in here'));
const noImports: Services['imports'] = {
  list: noDesk,
  begin: noDesk,
  sendFile: noDesk,
  removeFile: noDesk,
  read: noDesk,
  lastRequest: noDesk,
  state: noDesk,
  stop: noDesk,
  remove: noDesk,
  readRange: noDesk,
  publish: noDesk,
};

const offline: SyncState = firstSyncState('offline');

export const createTestTablet = async (
  personId: string,
  factory = new IDBFactory(),
  meeting: Manifest = manifest,
): Promise<TestTablet> => {
  // Dexie's cache goes by the name of a database: two tablets of one person would share it in one process.
  const options = { indexedDB: factory, IDBKeyRange, cache: 'disabled' };
  const records = openRecordsDatabase(ids.council, personId, options);
  await putManifest(records, 'f'.repeat(64), meeting);
  const clock = { now: startMs - 86_400_000 };
  const sync = createValue<SyncState>(offline);
  let wakes = 0;
  const services: Services = {
    records,
    enrolment: {
      deviceId: randomUUID(),
      personId,
      name: names[personId] ?? '',
      councilId: ids.council,
      grants: [{ role: personId === ids.clerk ? 'clerk' : 'member', committeeId: null }],
      council: { councilId: ids.council, name: 'A council', demonstration: true, contacts: [] },
      keys: await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
        'sign',
        'verify',
      ]),
    },
    now: () => clock.now,
    newId: () => randomUUID(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    sha256: (text) => Promise.resolve(createHash('sha256').update(text).digest('hex')),
    language: () => 'en-GB',
    sync: { state: sync, wake: () => void (wakes += 1) },
    askSetAside: () => Promise.resolve([]),
    imports: noImports,
    makePdfWorker: () => {
      throw new Error('no papers here');
    },
    forms: createDirtyForms(null),
  };
  return {
    services,
    clock,
    sync,
    wakes: () => wakes,
    restart: async () => {
      records.close();
      return createTestTablet(personId, factory, meeting);
    },
    said: async () => (await firstValue(watchMyRecords(records))).map(({ event }) => event).toReversed(),
  };
};

/** What the council's log does with records: numbers them in order, and the clerk's tablet pulls them. */
export const deliver = async (
  from: readonly AnyEvent[],
  to: RecordsDatabase,
  receivedAt: string,
  firstSeq: number,
): Promise<void> => {
  await putLogRows(
    to,
    from.map((event, index) =>
      eventToRow(event, 'd'.repeat(64), to.personId, {
        seq: firstSeq + index,
        receivedAt,
        author: { personId: event.personId, name: names[event.personId] ?? '', role: null },
        chain: 'c'.repeat(64),
      }),
    ),
  );
};
