import { expect, test } from 'vitest';
import { apology, declaration } from '../server/said.ts';
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
  expect(logOf(world).log.map((row) => row.id)).toEqual([first, second, third]);
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
