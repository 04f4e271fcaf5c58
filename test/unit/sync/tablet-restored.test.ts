import { expect, test } from 'vitest';
import { readEventRow } from '../../../src/storage/event-view.ts';
import { apology, declaration } from '../server/said.ts';
import { backUpTablet } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

test('a tablet that was restored from its own backup enrols again, and no record is lost or doubled', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const [unsent] = await tab.say(apology(world.council));
  const restore = await backUpTablet(tab);
  await tab.sync();
  const [forgotten] = await tab.say(declaration(world.council));
  await tab.sync();
  await restore();

  // Counts on from the backup, so that a number comes twice.
  const [fresh] = await tab.say(declaration(world.council));
  expect(await tab.sync()).toEqual({ kind: 'need', need: 'sign-in' });
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([unsent, forgotten]);

  const device = await tablet.enrol();
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([unsent, forgotten, fresh]);
  expect((await logOf(world)).log.at(-1)).toMatchObject({ device_id: device });
  const rows = await outboxOf(tab);
  expect(rows.map((row) => [row.id, row.state])).toEqual([
    [unsent, 'received'],
    [fresh, 'received'],
  ]);
  // What the backup had forgotten came back from the log.
  expect(await readEventRow(tab.records, forgotten ?? '')).toMatchObject({ mine: 1 });
});

test('a backup from before the first contact needs no new code: the server says which number comes next', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const [unsent] = await tab.say(apology(world.council));
  const restore = await backUpTablet(tab);
  await tab.sync();
  await restore();
  const [fresh] = await tab.say(declaration(world.council));
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([unsent, fresh]);
});

test('another tab that still holds the old enrolment does not count under it', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const device = await tablet.enrol();
  await tab.sync();
  await tab.say(apology(world.council));
  expect((await outboxOf(tab)).map((row) => [row.deviceId, row.n])).toEqual([[device, 1]]);
});
