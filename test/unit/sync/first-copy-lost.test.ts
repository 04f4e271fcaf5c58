import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { bringInLine } from '../../../src/storage/bring-in-line.ts';
import { readEnrolment } from '../../../src/storage/enrolment.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import { recoverTablet } from '../../../src/storage/recover.ts';
import { createSecondCopy } from '../../../src/storage/second-copy.ts';
import { apology, declaration } from '../server/said.ts';
import { createRestorableDatabase } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf, type Tab, type World } from './tablet.ts';

/** A tablet whose first copy can be thrown away, as Chromium does. */
const createTwoPlaced = (world: World) => {
  const place = { indexedDB: new IDBFactory(), IDBKeyRange };
  const second = createSecondCopy(() => Promise.resolve(place));
  const start = async (factory = new IDBFactory()): Promise<Tab> => {
    const tab = createTablet(world, 'member', factory, second).openTab();
    const options = { indexedDB: factory, IDBKeyRange };
    const open = (council: string, person: string) => openRecordsDatabase(council, person, options);
    if ((await readEnrolment(tab.device)) === null) await recoverTablet(tab.device, second, open);
    await bringInLine(tab.device, tab.records, second);
    return tab;
  };
  return { second, start };
};

const enrolled = async (world: World) => {
  const placed = createTwoPlaced(world);
  const factory = new IDBFactory();
  await createTablet(world, 'member', factory, placed.second).enrol();
  return { ...placed, tab: await placed.start(factory) };
};

const idsOf = async (world: World) => (await logOf(world)).log.map(({ id }) => id);

test('what waited is sent after the first copy was lost, once and in order, and no code is asked for', async () => {
  const world = await createWorld();
  const { tab, start } = await enrolled(world);
  await tab.say(declaration(world.council));
  expect(await tab.sync()).toEqual({ kind: 'done' });
  const [one] = await tab.say(apology(world.council));
  const [two] = await tab.say(declaration(world.council));
  const after = await start();
  const [three] = await after.say(declaration(world.council));
  expect(await after.sync()).toEqual({ kind: 'done' });
  expect((await idsOf(world)).slice(1)).toEqual([one, two, three]);
  expect((await outboxOf(after)).map(({ n, state }) => [n, state])).toEqual([
    [2, 'received'],
    [3, 'received'],
    [4, 'received'],
  ]);
});

test('a record whose receipt was lost with the first copy is known again by its id', async () => {
  const world = await createWorld();
  const { tab, start, second } = await enrolled(world);
  const [one] = await tab.say(apology(world.council));
  const kept = await second.attempt((copy) => copy.kept.toArray());
  expect(await tab.sync()).toEqual({ kind: 'done' });
  // As if the second copy had not come to letting go of it.
  await second.attempt((copy) => copy.kept.bulkPut(kept.ok ? kept.value : []));
  const after = await start();
  const [two] = await after.say(declaration(world.council));
  expect(await after.sync()).toEqual({ kind: 'done' });
  expect(await idsOf(world)).toEqual([one, two]);
  expect((await outboxOf(after)).map(({ state }) => state)).toEqual(['received', 'received']);
});

test('with nothing waiting the council is asked which number comes next, before one is used', async () => {
  const world = await createWorld();
  const { tab, start } = await enrolled(world);
  const [one] = await tab.say(apology(world.council));
  expect(await tab.sync()).toEqual({ kind: 'done' });
  const after = await start();
  expect(await after.sync()).toEqual({ kind: 'done' });
  const [two] = await after.say(declaration(world.council));
  expect((await outboxOf(after)).map(({ n }) => n)).toEqual([2]);
  expect(await after.sync()).toEqual({ kind: 'done' });
  expect(await idsOf(world)).toEqual([one, two]);
});

test('the server was put back to a backup meanwhile: what waits arrives all the same', async () => {
  const restorable = await createRestorableDatabase();
  const world = await createWorld({ db: restorable.db });
  const { tab, start } = await enrolled(world);
  await tab.say(apology(world.council));
  await tab.sync();
  const restore = await restorable.backUp();
  await tab.say(declaration(world.council));
  await tab.sync();
  const [waits] = await tab.say(declaration(world.council));
  await restore();
  const after = await start();
  expect(await after.sync()).toEqual({ kind: 'done' });
  expect((await idsOf(world)).at(-1)).toBe(waits);
  await restorable.remove();
});
