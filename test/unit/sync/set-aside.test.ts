import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { askSetAside } from '../../../src/sync/set-aside.ts';
import { createTablet, createWorld } from './tablet.ts';

test('a clerk’s desk hears what was set aside, a member’s tablet nothing, and no network says so', async () => {
  const world = await createWorld();
  const member = await world.council.enrol('member');
  const body = { meetingId: randomUUID(), text: 'no such meeting' };
  await member.push([member.say({ type: 'apology.reason', body })]);

  const clerk = createTablet(world, 'clerk');
  const { ports } = clerk.openTab();
  expect(await askSetAside(ports)).toBeNull();
  await clerk.enrol();
  world.network.faultOf = () => 'signed-out';
  expect(await askSetAside(ports)).toBeNull();
  let asked = 0;
  world.network.faultOf = (path) =>
    path.includes('set-aside') && (asked += 1) === 1 ? 'signed-out' : 'none';
  expect(await askSetAside(clerk.openTab().ports)).toMatchObject([
    { sender: { name: 'Mary Member' }, code: 'unknown_meeting', status: 'quarantined' },
  ]);
  for (const fault of ['request-lost', 'portal', 'crash-before'] as const) {
    world.network.faultOf = () => fault;
    expect(await askSetAside(ports)).toBeNull();
  }
  world.network.faultOf = () => 'none';
  const other = createTablet(world, 'other');
  await other.enrol();
  expect(await askSetAside(other.openTab().ports)).toEqual([]);
});
