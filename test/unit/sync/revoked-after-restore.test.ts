import { afterEach, beforeEach, expect, test } from 'vitest';
import { revokeDevices } from '../../../src/server/devices.ts';
import { signOut } from '../../../src/sync/sign-out.ts';
import { apology, declaration } from '../server/said.ts';
import { createRestorableDatabase, type RestorableDatabase } from './restore.ts';
import { createTablet, createWorld, logOf } from './tablet.ts';

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
  expect(await tab.records.outbox.count()).toBe(0);
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
  expect(await tab.records.outbox.count()).toBe(1);
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map(({ id }) => id)).toEqual(received);
});
