import { afterEach, beforeEach, expect, test } from 'vitest';
import { apology, declaration } from '../server/said.ts';
import { createRestorableDatabase, type RestorableDatabase } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

let restorable: RestorableDatabase;
beforeEach(async () => {
  restorable = await createRestorableDatabase();
});
afterEach(() => restorable.remove());

test('a server that was restored from a backup gets back every record that it lost, in order', async () => {
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const [kept] = await tab.say(apology(world.council));
  await tab.sync();
  const restore = await restorable.backUp();
  const lost = await tab.say(declaration(world.council), apology(world.council));
  await tab.sync();
  const receipts = (await outboxOf(tab)).map((row) => row.receipt);
  const { epoch } = await tab.ports.store.readMeta();
  await restore();
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([kept]);

  // The epoch is learnt, and then the network goes: until the new receipts come the old ones stay.
  world.network.faultOf = () => (world.network.paths.length > before ? 'request-lost' : 'none');
  const before = world.network.paths.length + 2;
  expect(await tab.sync()).toMatchObject({ kind: 'retry' });
  expect((await tab.ports.store.readMeta()).epoch).not.toBe(epoch);
  expect((await outboxOf(tab)).map((row) => row.state)).toEqual(['received', 'pending', 'pending']);
  expect((await outboxOf(tab)).map((row) => row.receipt)).toEqual(receipts);

  world.network.faultOf = () => 'none';
  const [late] = await tab.say(apology(world.council));
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => [row.n, row.id])).toEqual(
    [kept, ...lost, late].map((id, at) => [at + 1, id]),
  );
  const rows = await outboxOf(tab);
  expect(rows.every((row) => row.state === 'received')).toBe(true);
  expect(rows[0]?.receipt).toEqual(receipts[0]);
  expect(rows.map((row) => row.receipt?.status)).toEqual(['applied', 'applied', 'applied', 'applied']);
});

test('a tablet with nothing new to say hears of the restore from its pull, and offers what was lost', async () => {
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const restore = await restorable.backUp();
  const [id] = await tab.say(apology(world.council));
  await tab.sync();
  await restore();
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([id]);
});

test('a file that was copied back by hand, epoch and all, is made whole with the next record', async () => {
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const restore = await restorable.backUp();
  const ids = await tab.say(apology(world.council), declaration(world.council));
  await tab.sync();
  await restore('same');
  expect((await logOf(world)).log).toEqual([]);
  ids.push(...(await tab.say(apology(world.council))));
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => [row.n, row.id])).toEqual(ids.map((id, at) => [at + 1, id]));
});

test('rows of an earlier device are offered too, under the present one', async () => {
  const world = await createWorld({ db: restorable.db });
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const device = await tablet.enrol();
  const restore = await restorable.backUp();
  const tab = tablet.openTab();
  const [first] = await tab.say(apology(world.council));
  await tab.sync();
  // The row now belongs to a device that came before.
  const earlier = { deviceId: '00000000-0000-4000-8000-000000000000' };
  await tab.records.sent.toCollection().modify((bundle) => {
    Object.assign(bundle, earlier, { rows: bundle.rows.map((row) => ({ ...row, ...earlier })) });
  });
  const [second] = await tab.say(declaration(world.council));
  await tab.sync();
  await restore();
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => [row.device_id, row.n, row.id])).toEqual([
    [device, 1, first],
    [device, 2, second],
  ]);
});
