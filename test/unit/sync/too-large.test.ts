import { expect, test } from 'vitest';
import { pushMaxBytes } from '../../../src/protocol/push.ts';
import { newPushSize, push } from '../../../src/sync/push.ts';
import { declaration, reason } from '../server/said.ts';
import { createTablet, createWorld, logOf } from './tablet.ts';

test('more than one request can hold goes in several, in order', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  // 4,000 characters of three bytes each: fifty of them are more than a request may weigh.
  const ids = await tab.say(...Array.from({ length: 50 }, () => reason(world.council, '会'.repeat(4000))));
  ids.push(...(await tab.say(...Array.from({ length: 510 }, () => declaration(world.council)))));
  expect(50 * 12_000).toBeGreaterThan(pushMaxBytes);
  expect(await tab.sync()).toEqual({ kind: 'done' });
  expect((await logOf(world)).log.map((row) => row.id)).toEqual(ids);
});

test('a proxy with a smaller limit is met by halving, down to one', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const ids = await tab.say(...Array.from({ length: 7 }, () => declaration(world.council)));
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  const outside = {
    ...tab.ports.outside,
    fetch: (path: string, init: RequestInit) =>
      typeof init.body === 'string' && init.body.length > 3000
        ? Promise.resolve(new Response('too large', { status: 413 }))
        : tab.ports.outside.fetch(path, init),
  };
  const size = newPushSize();
  expect(await push({ ...tab.ports, outside }, enrolment, size)).toEqual({ kind: 'done' });
  expect(size.limit).toBeLessThan(7);
  expect((await logOf(world)).log.map((row) => row.id)).toEqual(ids);
});
