import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PushResponseSchema } from '../../../src/protocol/push.ts';
import { newPushSize, push } from '../../../src/sync/push.ts';
import { apology, declaration } from '../server/said.ts';
import { rowsOf } from '../../support/rows-of.ts';
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
    epoch: (await rowsOf<{ epoch: string }>(world.council.db, 'select epoch from council'))[0]?.epoch ?? '',
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
  expect((await logOf(world)).log.map((row) => [row.n, row.id])).toEqual(ids.map((id, at) => [at + 1, id]));
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
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([id]);
  expect((await outboxOf(tab))[0]?.receipt).toMatchObject({ status: 'duplicate', n: 1 });
});

test('only the results that the server listed are believed', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const [first = '', second = ''] = await tab.say(apology(world.council), declaration(world.council));
  const { fetch } = tab.ports.outside;
  const states: string[][] = [];
  const outside = {
    ...tab.ports.outside,
    fetch: async (path: string, init: RequestInit) => {
      states.push((await outboxOf(tab)).map((row) => row.state));
      const response = await fetch(path, init);
      if (response.status !== 200) return response;
      const body = v.parse(PushResponseSchema, await response.json());
      const results = body.results.filter((result) => result.id !== second || result.status !== 'applied');
      return new Response(JSON.stringify({ ...body, results }), response);
    },
  };
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  expect(await push({ ...tab.ports, outside }, enrolment, newPushSize())).toEqual({ kind: 'done' });
  // The epoch is learnt, both are sent, and what was not listed is sent once more.
  expect(states).toEqual([
    ['pending', 'pending'],
    ['pending', 'pending'],
    ['received', 'pending'],
  ]);
  expect((await outboxOf(tab)).map((row) => row.receipt?.status)).toEqual(['applied', 'duplicate']);
  expect((await logOf(world)).log.map((row) => row.id)).toEqual([first, second]);
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
