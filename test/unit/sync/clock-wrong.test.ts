import { expect, onTestFinished, test } from 'vitest';
import { apology, declaration } from '../server/said.ts';
import { createRestorableDatabase } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

const day = 24 * 3600 * 1000;

test('a clock that jumps describes the records and orders nothing', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  tablet.clockAhead = 400 * day;
  const [first] = await tab.say(apology(world.council));
  tablet.clockAhead = -400 * day;
  const [second] = await tab.say(declaration(world.council));
  tablet.clockAhead = 0;
  const [third] = await tab.say(apology(world.council));
  await tab.sync();
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([first, second, third]);
});

test('how far the clock is off travels with the next record', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  tablet.clockAhead = 90_000;
  await tab.say(apology(world.council));
  await tab.sync();
  await tab.say(declaration(world.council));
  expect((await outboxOf(tab)).map((row) => row.offsetMs)).toEqual([null, 90_000]);
});

test('records that are offered again, or under a new device, keep the order of saving', async () => {
  const restorable = await createRestorableDatabase();
  onTestFinished(restorable.remove);
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const restore = await restorable.backUp();
  tablet.clockAhead = 400 * day;
  const ids = await tab.say(apology(world.council));
  tablet.clockAhead = -400 * day;
  ids.push(...(await tab.say(declaration(world.council))));
  await tab.sync();
  await restore();
  await tab.sync();
  expect((await logOf(world)).log.map((row) => row.id)).toEqual(ids);

  tablet.clockAhead = 400 * day;
  ids.push(...(await tab.say(apology(world.council))));
  tablet.clockAhead = -400 * day;
  ids.push(...(await tab.say(declaration(world.council))));
  await tablet.enrol();
  await tab.sync();
  expect((await logOf(world)).log.map((row) => row.id)).toEqual(ids);
});
