import { expect, test } from 'vitest';
import { newPushSize, push } from '../../../src/sync/push.ts';
import { apology, declaration } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';
import type { Fault } from './network.ts';

const faults: Fault[] = ['request-lost', 'answer-lost', 'crash-before', 'crash-after', 'portal', 'late'];

test.for(faults)('%s: the record stays, and is in the log once when the network is back', async (fault) => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const ids = [...(await tab.say(apology(world.council))), ...(await tab.say(declaration(world.council)))];
  // Learns the epoch first, so that the fault meets a push that carries records.
  await tab.ports.store.changeEpoch({
    deviceId: (await tab.ports.enrolments.read())?.deviceId ?? '',
    epoch: world.council.db.sql<{ epoch: string }>('select epoch from council')[0]?.epoch ?? '',
    next: 1,
  });

  world.network.faultOf = () => fault;
  expect(await tab.sync()).toMatchObject({ kind: 'retry' });
  expect((await outboxOf(tab)).map((row) => [row.n, row.state, row.receipt])).toEqual([
    [1, 'pending', null],
    [2, 'pending', null],
  ]);

  world.network.faultOf = () => 'none';
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect(logOf(world).log.map((row) => [row.n, row.id])).toEqual(ids.map((id, at) => [at + 1, id]));
  const expected = ['answer-lost', 'crash-after', 'late'].includes(fault) ? 'duplicate' : 'applied';
  expect((await outboxOf(tab)).map((row) => [row.state, row.receipt?.status])).toEqual([
    ['received', expected],
    ['received', expected],
  ]);
});

test('twice: a request that is delivered twice leaves one record and one receipt', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const [id] = await tab.say(apology(world.council));
  world.network.faultOf = () => 'twice';
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect(logOf(world).log.map((row) => row.id)).toEqual([id]);
  expect((await outboxOf(tab))[0]?.receipt).toMatchObject({ status: 'duplicate', n: 1 });
});

test('Retry-After is handed on, so that a server in trouble gets its rest', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.say(apology(world.council));
  const answers = { ...tab.ports.outside, fetch: () => Promise.resolve(busy()) };
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  expect(await push({ ...tab.ports, outside: answers }, enrolment, newPushSize())).toEqual({
    kind: 'retry',
    retryAfter: 120_000,
  });
});

const busy = (): Response => new Response('', { status: 503, headers: { 'Retry-After': '120' } });
