import { expect, test } from 'vitest';
import { revokeDevices } from '../../../src/server/devices.ts';
import { apology, declaration } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

test('a revoked device hands over what it still had to send, for the clerk to decide', async () => {
  const world = await createWorld();
  const { council } = world;
  const tablet = createTablet(world, 'member');
  const device = await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const ids = await tab.say(apology(council), declaration(council));
  revokeDevices(council.db, council.councilId, { column: 'id', value: device }, new Date(0).toISOString());

  world.network.faultOf = (path) => (path.includes('rescue') ? 'answer-lost' : 'none');
  expect(await tab.sync()).toMatchObject({ kind: 'retry' });
  world.network.faultOf = () => 'none';
  expect(await tab.sync()).toEqual({ kind: 'need', need: 'revoked' });
  expect((await outboxOf(tab)).map((row) => [row.id, row.state])).toEqual(ids.map((id) => [id, 'held']));
  expect(logOf(world).aside).toHaveLength(2);
  expect(await tab.sync()).toEqual({ kind: 'need', need: 'revoked' });
});
