import { expect, test } from 'vitest';
import { enrol } from '../../../src/sync/enrol.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createTablet, createWorld } from './tablet.ts';

const setUp = async () => {
  const world = await createWorld();
  const tab = createTablet(world, 'member').openTab();
  const { code } = await world.council.store.invite(world.council.ids.member);
  return { world, tab, code };
};

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

test('a code makes this browser a device of its person, as it is typed and only once', async () => {
  const { world, tab, code } = await setUp();
  const enrolled = await enrol(tab.ports, ` ${code.toLowerCase()} `, 'Tablet of Mary');
  expect(enrolled).toMatchObject({
    ok: true,
    value: { name: 'Mary Member', personId: world.council.ids.member },
  });
  const kept = await tab.ports.enrolments.read();
  expect(kept?.council.name).toBe('Test Council');
  expect(kept?.keys.privateKey.extractable).toBe(false);
  const again = await enrol(tab.ports, code, 'Tablet');
  expect(again).toEqual({ ok: false, error: { kind: 'code-used' } });
  expect((await tab.ports.enrolments.read())?.deviceId).toBe(kept?.deviceId);
});

test('a wrong code, an old code and too many tries are told apart', async () => {
  const { world, tab, code } = await setUp();
  expect(await enrol(tab.ports, 'ABCD-EFGH', 'Tablet')).toEqual({ ok: false, error: { kind: 'code-wrong' } });
  world.council.clock.now += 73 * 3600 * 1000;
  expect(await enrol(tab.ports, code, 'Tablet')).toEqual({ ok: false, error: { kind: 'code-expired' } });
  let last = await enrol(tab.ports, 'ABCD-EFGH', 'Tablet');
  for (let attempt = 0; attempt < 30 && !last.ok && last.error.kind === 'code-wrong'; attempt++) {
    last = await enrol(tab.ports, 'ABCD-EFGH', 'Tablet');
  }
  expect(last).toMatchObject({ ok: false, error: { kind: 'too-many-tries' } });
  expect(last.ok || last.error.kind !== 'too-many-tries' ? 0 : last.error.retryAfter).toBeGreaterThan(0);
});

test('without the network, or behind somebody else’s page, no code is spent', async () => {
  const { world, tab, code } = await setUp();
  for (const fault of ['request-lost', 'portal', 'crash-before'] as const) {
    world.network.faultOf = () => fault;
    expect(await enrol(tab.ports, code, 'Tablet')).toEqual({ ok: false, error: { kind: 'no-network' } });
  }
  world.network.faultOf = () => 'none';
  expect(await enrol(tab.ports, code, 'Tablet')).toMatchObject({ ok: true });
});

test('a browser that cannot keep a key spends no code', async () => {
  const { world, tab, code } = await setUp();
  const forgetful = { ...tab.ports.enrolments, keepKeys: () => Promise.resolve(null) };
  expect(await enrol({ ...tab.ports, enrolments: forgetful }, code, 'Tablet')).toEqual({
    ok: false,
    error: { kind: 'keys-not-kept' },
  });
  expect(world.network.paths).toEqual([]);
  expect(await enrol(tab.ports, code, 'Tablet')).toMatchObject({ ok: true });
});

test('an enrolment whose answer was lost is made again with the same code, also after a mistyped one', async () => {
  const { world, tab, code } = await setUp();
  for (const fault of ['answer-lost', 'crash-after'] as const) {
    world.network.faultOf = (path) => (path.startsWith('/enrol') ? fault : 'none');
    expect(await enrol(tab.ports, code, 'Tablet')).toEqual({ ok: false, error: { kind: 'no-network' } });
  }
  world.network.faultOf = () => 'none';
  expect(await enrol(tab.ports, 'ABCD-EFGH', 'Tablet')).toMatchObject({ error: { kind: 'code-wrong' } });
  const enrolled = await enrol(tab.ports, code.toLowerCase().replace('-', ' '), 'Tablet');
  expect(enrolled).toMatchObject({ ok: true, value: { personId: world.council.ids.member } });
  const devices = await rowsOf(world.council.db, "select id from devices where kind = 'tablet'");
  expect(devices).toEqual([{ id: enrolled.ok && enrolled.value.deviceId }]);
  // The session that came with it is good, and so is the key that was kept.
  expect(await tab.sync()).toEqual({ kind: 'done' });
  let pulls = 0;
  world.network.faultOf = (path) =>
    path.startsWith('/sync/v1/pull') && (pulls += 1) === 1 ? 'signed-out' : 'none';
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect(pulls).toBe(2);
});

test('another browser gets nothing for a code that this one has used', async () => {
  const { world, tab, code } = await setUp();
  world.network.faultOf = (path) => (path.startsWith('/enrol') ? 'answer-lost' : 'none');
  await enrol(tab.ports, code, 'Tablet');
  world.network.faultOf = () => 'none';
  const other = createTablet(world, 'member').openTab();
  expect(await enrol(other.ports, code, 'Tablet')).toEqual({ ok: false, error: { kind: 'code-used' } });
  expect(await enrol(tab.ports, code, 'Tablet')).toMatchObject({ ok: true });
});

test('a full disk after the code was spent is said, and the same code works once there is room', async () => {
  const { world, tab, code } = await setUp();
  const withFull = (more: Partial<typeof tab.ports.enrolments>) => ({
    ...tab.ports,
    enrolments: { ...tab.ports.enrolments, ...more },
  });
  const notSaved = { ok: false, error: { kind: 'not-saved' } };
  expect(await enrol(withFull({ keepKeys: full }), code, 'Tablet')).toEqual(notSaved);
  expect(world.network.paths).toEqual([]);
  expect(await enrol(withFull({ save: full }), code, 'Tablet')).toEqual(notSaved);
  const spent = await rowsOf(world.council.db, "select id from devices where kind = 'tablet'");
  expect(spent).toHaveLength(1);
  const enrolled = await enrol(tab.ports, code, 'Tablet');
  expect(spent).toEqual([{ id: enrolled.ok && enrolled.value.deviceId }]);
});
