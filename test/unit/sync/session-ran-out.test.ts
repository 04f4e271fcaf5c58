import { expect, test } from 'vitest';
import { newCycleMemory, runCycle } from '../../../src/sync/cycle.ts';
import { apology } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

test('a session that ran out is renewed with the key of the device, and nobody notices', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const [id] = await tab.say(apology(world.council));
  world.council.clock.now += 30 * 24 * 3600 * 1000;
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect(world.network.paths).toContain('/session/v1');
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([id]);
});

test('a device that the server does not know keeps its records and asks for a new code', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.say(apology(world.council));
  // As after a restore from a backup that is older than the enrolment.
  const other = await createWorld();
  const { app } = other.council;
  const moved = {
    ...tab.ports,
    outside: {
      ...tab.ports.outside,
      fetch: async (path: string, init: RequestInit) =>
        app.fetch(new Request(`http://localhost${path}`, init)),
    },
  };
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  expect(await runCycle(moved, enrolment, newCycleMemory())).toEqual({ kind: 'need', need: 'sign-in' });
  expect((await outboxOf(tab)).map((row) => row.state)).toEqual(['pending']);
});

test('a new grant is heard of when the session is renewed', async () => {
  const world = await createWorld();
  const { council } = world;
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const grants = [{ role: 'clerk', committeeId: null }] as const;
  await council.store.addPerson({
    id: council.ids.member,
    name: 'Mary Member',
    role: null,
    grants: [...grants],
  });
  world.network.faultOf = (path) => (path.startsWith('/sync/v1/pull') ? 'signed-out' : 'none');
  await tab.sync();
  expect((await tab.ports.enrolments.read())?.grants).toEqual(grants);
});

test('a new grant is heard of when the app is opened, though the session is good', async () => {
  const world = await createWorld();
  const { council } = world;
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const before = tablet.openTab();
  await before.sync();
  const grants = [{ role: 'clerk', committeeId: null }] as const;
  await council.store.addPerson({
    id: council.ids.member,
    name: 'Mary Member',
    role: null,
    grants: [...grants],
  });
  await tablet.openTab().sync();
  expect((await before.ports.enrolments.read())?.grants).toEqual(grants);
});

test('a session of another device in this browser is exchanged for the right one', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const mine = await tab.ports.enrolments.read();
  // The code was spent, but the tablet died before it kept the new enrolment.
  await tablet.enrol();
  if (mine === null) throw new Error('enrol first');
  await tab.ports.enrolments.save(mine);
  const [id] = await tab.say(apology(world.council));
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => [row.device_id, row.id])).toEqual([[mine.deviceId, id]]);
});

test('a device that the server does not know asks for a new code also in another device’s session', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  await tab.say(apology(world.council));
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  // As after a restore to a time before this device, while a session of an earlier one is still good.
  const unknown = '00000000-0000-4000-8000-000000000000';
  await tab.ports.enrolments.save({ ...enrolment, deviceId: unknown });
  expect(await tab.sync()).toEqual({ kind: 'need', need: 'sign-in' });
  expect((await outboxOf(tab)).map((row) => row.state)).toEqual(['pending']);
});
