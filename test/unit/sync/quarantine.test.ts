import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readEventRow } from '../../../src/storage/event-view.ts';
import { apology, declaration } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

test('a record that the server cannot take is kept there and here, and holds up nothing', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const elsewhere = { ...world.council, ids: { ...world.council.ids, meeting: randomUUID() } };
  const [poison] = await tab.say(apology(elsewhere));
  const [good] = await tab.say(declaration(world.council));
  world.network.faultOf = () => 'twice';
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([good]);
  expect((await logOf(world)).aside).toEqual([{ id: poison, status: 'quarantined' }]);
  expect((await outboxOf(tab)).map((row) => [row.id, row.state])).toEqual([
    [poison, 'quarantined'],
    [good, 'received'],
  ]);
  expect((await outboxOf(tab))[0]?.receipt).toMatchObject({ code: 'unknown_meeting' });
  // What was said stays on the tablet.
  expect(await readEventRow(tab.records, poison ?? '')).not.toBeNull();
});
