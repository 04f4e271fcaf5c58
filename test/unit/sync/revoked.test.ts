import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { revokeDevices } from '../../../src/server/devices.ts';
import { readEnrolment } from '../../../src/storage/enrolment.ts';
import { watchSignedOut } from '../../../src/storage/signed-out.ts';
import type { SyncPorts } from '../../../src/sync/ports.ts';
import { runCycle, newCycleMemory } from '../../../src/sync/cycle.ts';
import { apology, declaration } from '../server/said.ts';
import { seen } from '../storage/records.ts';
import { sql } from '../../../src/server/db/work.ts';
import { backUpTablet } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf, type Tab } from './tablet.ts';

const setUp = async () => {
  const world = await createWorld();
  const { council } = world;
  const tablet = createTablet(world, 'member');
  const device = await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const revoke = () =>
    council.db.write(() =>
      revokeDevices(council.councilId, { column: 'id', value: device }, new Date(0).toISOString()),
    );
  return { world, council, tablet, tab, revoke };
};

const revoked = { kind: 'need', need: 'revoked' };
const rowsOf = async ({ records }: Tab): Promise<number> => {
  const counts = await Promise.all(records.tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
};
const handedOver = ({ device }: Tab) => seen(watchSignedOut(device));

test('a revoked device hands over what it still had to send, then keeps nothing but how much it was', async () => {
  const { world, council, tablet, tab, revoke } = await setUp();
  const ids = await tab.say(apology(council), declaration(council));
  await revoke();
  expect(await tab.sync()).toEqual(revoked);
  expect((await logOf(world)).aside.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(await rowsOf(tab)).toBe(0);
  expect(await readEnrolment(tab.device)).toBeNull();
  expect(await handedOver(tab)).toBe(2);
  expect(await tab.device.signedOut.toArray()).toEqual([{ key: 'current', handedOver: 2 }]);
  // A new code makes it somebody's tablet again, and the note goes.
  await tablet.enrol();
  expect(await handedOver(tab)).toBeNull();
  expect(await tab.sync()).toEqual({ kind: 'done' });
});

test('a device with nothing to send is emptied at once', async () => {
  const { tab, revoke } = await setUp();
  await revoke();
  expect(await tab.sync()).toEqual(revoked);
  expect([await rowsOf(tab), await handedOver(tab)]).toEqual([0, 0]);
});

test.each(['request-lost', 'answer-lost', 'crash-before', 'crash-after', 'portal'] as const)(
  'while the records cannot be handed over (%s) everything stays, and it is tried again',
  async (fault) => {
    const { world, council, tab, revoke } = await setUp();
    const ids = await tab.say(apology(council), declaration(council));
    await revoke();
    world.network.faultOf = (path) => (path.includes('rescue') ? fault : 'none');
    expect(await tab.sync()).toMatchObject({ kind: 'retry' });
    expect((await outboxOf(tab)).map((row) => [row.id, row.state])).toEqual(ids.map((id) => [id, 'pending']));
    expect(await readEnrolment(tab.device)).not.toBeNull();
    world.network.faultOf = () => 'none';
    expect(await tab.sync()).toEqual(revoked);
    expect([await rowsOf(tab), await handedOver(tab)]).toEqual([0, 2]);
    expect((await logOf(world)).aside).toHaveLength(2);
  },
);

test('a record that the council does not take is never wiped', async () => {
  const { council, tab, revoke } = await setUp();
  const [id = ''] = await tab.say(apology(council));
  // The server knows another record under this id: it refuses, and nobody here can mend that.
  await council.db.write(() =>
    sql(
      `insert into set_aside select council_id, ?, id, 9, 'another', 'held', 'device_revoked', '', created_at
       from devices where kind = 'tablet'`,
      id,
    ),
  );
  await revoke();
  expect(await tab.sync()).toEqual(revoked);
  expect((await outboxOf(tab)).map((row) => row.state)).toEqual(['pending']);
  expect(await readEnrolment(tab.device)).not.toBeNull();
  expect(await handedOver(tab)).toBeNull();
});

test('a record that another tab saves at the last moment is handed over before anything is wiped', async () => {
  const { world, council, tablet, tab, revoke } = await setUp();
  await tab.say(apology(council));
  await revoke();
  const other = tablet.openTab();
  const late: SyncPorts = {
    ...tab.ports,
    enrolments: {
      ...tab.ports.enrolments,
      noteSignedOut: async (count) => {
        await tab.ports.enrolments.noteSignedOut(count);
        await other.say(declaration(council));
      },
    },
  };
  const enrolment = await readEnrolment(tab.device);
  if (enrolment === null) throw new Error('enrol first');
  expect(await runCycle(late, enrolment, newCycleMemory())).toEqual(revoked);
  expect((await outboxOf(tab)).map((row) => row.state)).toEqual(['held', 'pending']);
  expect(await tab.sync()).toEqual(revoked);
  expect((await logOf(world)).aside).toHaveLength(2);
  expect([await rowsOf(tab), await handedOver(tab)]).toEqual([0, 2]);
});

test('a tablet that was put back to its own backup hands over what it said since under old numbers', async () => {
  const { world, council, tab, revoke } = await setUp();
  const [first] = await tab.say(apology(council));
  const restore = await backUpTablet(tab);
  const [second] = await tab.say(apology(council));
  await tab.sync();
  await restore();
  const [third] = await tab.say(declaration(council));
  await revoke();
  expect(await tab.sync()).toEqual(revoked);
  const { log, aside } = await logOf(world);
  expect(log.map(({ id }) => id)).toEqual([first, second]);
  expect(aside).toEqual([{ id: third, status: 'held' }]);
  expect([await rowsOf(tab), await handedOver(tab)]).toEqual([0, 1]);
});

test('a browser that is stopped in the middle goes on where it was, and still knows the count', async () => {
  const { council, tab, revoke } = await setUp();
  await tab.say(apology(council));
  await revoke();
  const enrolment = await readEnrolment(tab.device);
  if (enrolment === null) throw new Error('enrol first');
  const stopped: SyncPorts = {
    ...tab.ports,
    enrolments: { ...tab.ports.enrolments, forget: () => Promise.reject(new Error('killed')) },
  };
  await expect(runCycle(stopped, enrolment, newCycleMemory())).rejects.toThrow('killed');
  expect(await rowsOf(tab)).toBe(0);
  expect(await tab.sync()).toEqual(revoked);
  expect(await readEnrolment(tab.device)).toBeNull();
  expect(await handedOver(tab)).toBe(1);
});

test('a pull that says "wipe" empties the tablet too', async () => {
  const { council, tab, revoke } = await setUp();
  await tab.say(apology(council));
  const { fetch } = tab.ports.outside;
  const wiping: SyncPorts = {
    ...tab.ports,
    outside: {
      ...tab.ports.outside,
      fetch: async (path, init) => {
        const answer = await fetch(path, init);
        if (!path.startsWith('/sync/v1/pull')) return answer;
        await revoke();
        return Response.json({ ...(await answer.json()), device: 'wipe' }, { headers: answer.headers });
      },
    },
  };
  const enrolment = await readEnrolment(tab.device);
  if (enrolment === null) throw new Error('enrol first');
  expect(await runCycle(wiping, enrolment, newCycleMemory())).toEqual(revoked);
  expect([await rowsOf(tab), await handedOver(tab)]).toEqual([0, 0]);
});
