import { afterEach, beforeEach, expect, test } from 'vitest';
import { revokeDevices } from '../../../src/server/devices.ts';
import { syncHeader } from '../../../src/protocol/push.ts';
import { signOut } from '../../../src/sync/sign-out.ts';
import { apology, declaration } from '../server/said.ts';
import { createRestorableDatabase, type RestorableDatabase } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

let restorable: RestorableDatabase;
beforeEach(async () => {
  restorable = await createRestorableDatabase();
});
afterEach(() => restorable.remove());

test('a device that is revoked after a restore hands back what the backup did not have, before it is emptied', async () => {
  const world = await createWorld({ db: restorable.db });
  const { council } = world;
  const tablet = createTablet(world, 'member');
  const device = await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const restore = await restorable.backUp();
  const received = await tab.say(apology(council), declaration(council));
  await tab.sync();
  const unsent = await tab.say(apology(council));
  await restore();
  await restorable.db.write(() =>
    revokeDevices(council.councilId, { column: 'id', value: device }, new Date(0).toISOString()),
  );

  expect(await tab.sync()).toEqual({ kind: 'need', need: 'revoked' });
  const { log, aside } = await logOf(world);
  expect(log).toEqual([]);
  expect(aside.map(({ id, status }) => [id, status])).toEqual(
    [...received, ...unsent].toSorted().map((id) => [id, 'held']),
  );
  expect(await outboxOf(tab)).toHaveLength(0);
});

test('a rescue from before a restore, which comes after it, costs nothing of what the restore lost', async () => {
  const world = await createWorld({ db: restorable.db });
  const { council, network } = world;
  const tablet = createTablet(world, 'member');
  const device = await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const revoke = () =>
    restorable.db.write(() =>
      revokeDevices(council.councilId, { column: 'id', value: device }, new Date(0).toISOString()),
    );
  const restore = await restorable.backUp();
  const received = await tab.say(apology(council), declaration(council));
  await tab.sync();
  const unsent = await tab.say(apology(council));
  await revoke();
  // The question about the epoch is answered; the records themselves are under way for long.
  let rescues = 0;
  network.faultOf = (path) => (path.includes('rescue') && ++rescues === 2 ? 'late' : 'none');
  expect(await tab.sync()).toMatchObject({ kind: 'retry' });
  await restore();
  await revoke();

  expect(await tab.sync()).toEqual({ kind: 'need', need: 'revoked' });
  expect((await logOf(world)).aside.map(({ id }) => id)).toEqual([...received, ...unsent].toSorted());
  expect(await outboxOf(tab)).toHaveLength(0);
});

test('a server that names another epoch each time is asked again later, not for ever', async () => {
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.say(apology(world.council));
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  let asked = 0;
  const outside = {
    ...tab.ports.outside,
    fetch: () => {
      const problem = { error: 'epoch_changed', epoch: `epoch ${++asked}`, next: 1 };
      const headers = { [syncHeader.name]: syncHeader.value };
      if (asked > 20) throw new Error('asked without an end');
      return Promise.resolve(Response.json(problem, { status: 409, headers }));
    },
  };
  expect(await signOut({ ...tab.ports, outside }, enrolment)).toEqual({ kind: 'retry', retryAfter: null });
  expect(asked).toBeLessThan(10);
  expect(await outboxOf(tab)).toHaveLength(1);
});

test('a revocation that the restored server knows nothing of empties no tablet', async () => {
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const restore = await restorable.backUp();
  const received = await tab.say(apology(world.council));
  await tab.sync();
  await restore();
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  // "Revoked" was on its way when the server was put back to a time before.
  expect(await signOut(tab.ports, enrolment)).toEqual({ kind: 'retry', retryAfter: null });
  expect(await outboxOf(tab)).toHaveLength(1);
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map(({ id }) => id)).toEqual(received);
});
