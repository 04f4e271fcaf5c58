import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PushResponseSchema } from '../../../src/protocol/push.ts';
import { push } from '../../../src/sync/push.ts';
import { apology } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

/** A tablet with five records whose pushes hold two each, and what happens in which order. */
const setUp = async (isListed: (id: string, ids: readonly string[]) => boolean) => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  const ids = await tab.say(...Array.from({ length: 5 }, () => apology(world.council)));
  const happened: string[] = [];
  const outside: typeof tab.ports.outside = {
    ...tab.ports.outside,
    fetch: async (path, init) => {
      const sent = ids.filter((id) => typeof init.body === 'string' && init.body.includes(id));
      happened.push(`sent ${sent.map((id) => ids.indexOf(id) + 1).join(' ')}`);
      const response = await tab.ports.outside.fetch(path, init);
      const body = v.parse(PushResponseSchema, await response.json());
      const results = body.results.filter(({ id, status }) => status !== 'applied' || isListed(id, ids));
      return new Response(JSON.stringify({ ...body, results }), response);
    },
  };
  const store: typeof tab.ports.store = {
    ...tab.ports.store,
    storeAnswer: async (answered) => {
      await tab.ports.store.storeAnswer(answered);
      happened.push('kept');
    },
  };
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  const run = () => push({ ...tab.ports, store, outside }, enrolment, { limit: 2 });
  return { world, tab, ids, happened, run };
};

test('what follows is on its way while an answer is written down, and each record goes once', async () => {
  const { world, tab, ids, happened, run } = await setUp(() => true);
  expect(await run()).toEqual({ kind: 'done' });
  expect(happened).toEqual(['sent 1 2', 'sent 3 4', 'kept', 'kept', 'sent 5', 'kept']);
  expect((await logOf(world)).log.map(({ id }) => id)).toEqual(ids);
  expect((await outboxOf(tab)).map(({ state }) => state)).toEqual(ids.map(() => 'received'));
});

test('nothing goes ahead of an answer that does not list all that was sent', async () => {
  const { world, tab, ids, happened, run } = await setUp((id, all) => id !== all[1]);
  expect(await run()).toEqual({ kind: 'done' });
  expect(happened.slice(0, 3)).toEqual(['sent 1 2', 'kept', 'sent 2 3']);
  expect((await logOf(world)).log.map(({ id }) => id)).toEqual(ids);
  expect((await outboxOf(tab)).map(({ state }) => state)).toEqual(ids.map(() => 'received'));
});
