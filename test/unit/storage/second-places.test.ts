import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { keepRecords, readKept } from '../../../src/storage/second-copy-rows.ts';
import { SecondCopyDatabase } from '../../../src/storage/second-copy-database.ts';
import {
  hasSecondPlace,
  moveSecondCopy,
  secondPlace,
  type SecondPlaces,
} from '../../../src/storage/second-places.ts';
import { cutPowerAfter } from './cut-power.ts';
import { councilId, makeRecord, personId, request } from './records.ts';

const owner = `${councilId}/${personId}`;

const createPlaces = () => {
  const disks = new Map<string, IDBFactory>();
  const places: SecondPlaces = {
    names: () => Promise.resolve([...disks.keys()]),
    open: (name) => {
      const indexedDB = disks.get(name) ?? new IDBFactory();
      disks.set(name, indexedDB);
      return Promise.resolve({ indexedDB, IDBKeyRange });
    },
    remove: (name) => {
      disks.delete(name);
      return Promise.resolve();
    },
  };
  return { places, disks };
};

const openIn = async (places: SecondPlaces) => new SecondCopyDatabase(await secondPlace(places));

const keptIn = async (places: SecondPlaces) =>
  (await readKept(await openIn(places), owner))?.records.map(({ event }) => event.id);

test('looking for a second copy makes none, and moving none neither', async () => {
  const { places, disks } = createPlaces();
  expect(await hasSecondPlace(places)).toBe(false);
  await moveSecondCopy(places);
  expect(disks.size).toBe(0);
  await secondPlace(places);
  expect(await hasSecondPlace(places)).toBe(true);
});

test('moves everything at each start, in order, and leaves one place', async () => {
  const { places, disks } = createPlaces();
  const ids: string[] = [];
  const seen = new Set<IDBFactory | undefined>();
  for (let start = 0; start < 4; start += 1) {
    await moveSecondCopy(places);
    const made = makeRecord();
    ids.push(made.event.id);
    await keepRecords(await openIn(places), owner, request([made]));
    expect(await keptIn(places)).toEqual(ids);
    expect(disks.size).toBe(1);
    seen.add([...disks.values()][0]);
  }
  expect(seen.size).toBe(4);
});

test('a move that is cut off anywhere loses nothing, and the next one leaves one place', async () => {
  for (let writes = 0; ; writes += 1) {
    const { places, disks } = createPlaces();
    const made = makeRecord();
    await keepRecords(await openIn(places), owner, request([made]));
    const wasCut = await cutPowerAfter(writes, () => moveSecondCopy(places));
    expect(await keptIn(places)).toEqual([made.event.id]);
    await moveSecondCopy(places);
    expect(await keptIn(places)).toEqual([made.event.id]);
    expect(disks.size).toBe(1);
    if (!wasCut) break;
  }
});

test('of two places the one to which everything was moved counts', async () => {
  const { places } = createPlaces();
  const [early, late] = [makeRecord(), makeRecord()];
  await keepRecords(await openIn(places), owner, request([early]));
  const stuck: SecondPlaces = { ...places, remove: () => Promise.reject(new Error('in use')) };
  await expect(moveSecondCopy(stuck)).rejects.toThrow('in use');
  await keepRecords(await openIn(places), owner, request([late]));
  expect(await keptIn(places)).toEqual([early.event.id, late.event.id]);
  // Half made, and not yet anybody's.
  await places.open('second-copy-9');
  expect(await keptIn(places)).toEqual([early.event.id, late.event.id]);
  await moveSecondCopy(places);
  expect(await keptIn(places)).toEqual([early.event.id, late.event.id]);
});

test('a second copy of the first version keeps what it has, in its order', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const before = new Dexie('order-paper/second-copy', options);
  before.version(1).stores({
    enrolments: 'key',
    owners: 'owner',
    records: 'id, place, owner',
    drafts: '[owner+key], owner',
    moved: 'key',
  });
  const made = [makeRecord(), makeRecord(), makeRecord()];
  const rows = made.map(({ event, digest }, at) => ({
    place: at + 1,
    event,
    digest,
    queuedAt: 1,
    endedDraft: null,
  }));
  await before.table('records').bulkAdd(rows.map((row) => ({ ...row, id: row.event.id, owner })));
  before.close();
  const copy = new SecondCopyDatabase(options);
  expect((await readKept(copy, owner))?.records).toEqual(rows);
  const later = makeRecord();
  await keepRecords(copy, owner, request([later]));
  expect((await readKept(copy, owner))?.records.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
});

test('to keep a record again, with another beside it, keeps each once and ends the draft', async () => {
  const copy = new SecondCopyDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const [first, second] = [makeRecord(), makeRecord()];
  await keepRecords(copy, owner, request([first]));
  await copy.drafts.put({ owner, key: 'apology', value: 'half' });
  await keepRecords(copy, owner, { ...request([first, second]), draft: { key: 'apology', isKept: false } });
  const kept = await readKept(copy, owner);
  expect(kept?.records.map(({ event }) => event.id)).toEqual([first.event.id, second.event.id]);
  expect(kept?.drafts).toEqual([]);
});
