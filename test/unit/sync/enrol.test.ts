import { expect, test } from 'vitest';
import { enrol } from '../../../src/sync/enrol.ts';
import { createTablet, createWorld } from './tablet.ts';

const setUp = async () => {
  const world = await createWorld();
  const tab = createTablet(world, 'member').openTab();
  return { world, tab, code: world.council.store.invite(world.council.ids.member).code };
};

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
  const forgetful = { ...tab.ports.enrolments, tryKeys: () => Promise.resolve(null) };
  expect(await enrol({ ...tab.ports, enrolments: forgetful }, code, 'Tablet')).toEqual({
    ok: false,
    error: { kind: 'keys-not-kept' },
  });
  expect(world.network.paths).toEqual([]);
  expect(await enrol(tab.ports, code, 'Tablet')).toMatchObject({ ok: true });
});
