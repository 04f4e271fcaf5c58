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
  (await readKept(await openIn(places), owner))?.records.map(({ id }) => id);

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
