import { expect, test } from 'vitest';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { apology, declaration } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

test('two tabs that save at once never take the same number', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const [left, right] = [tablet.openTab(), tablet.openTab()];
  const says = Array.from({ length: 6 }, (_, at) =>
    (at % 2 === 0 ? left : right).say(apology(world.council)),
  );
  await Promise.all(says);
  expect((await outboxOf(left)).map((row) => row.n)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('two tabs that sync at once, without any lock, lose and double nothing', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const [left, right] = [tablet.openTab(), tablet.openTab()];
  const ids = [
    ...(await left.say(apology(world.council))),
    ...(await right.say(declaration(world.council), apology(world.council))),
  ];
  const outcomes = await Promise.all([left.sync(), right.sync()]);
  expect(outcomes).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  expect((await logOf(world)).log.map((row) => row.id)).toEqual(ids);
  expect((await outboxOf(left)).every((row) => row.state === 'received')).toBe(true);
  // The published meeting, and what was just said.
  expect((await readEventRows(left.records)).length).toBe(4);
});

test('a page that another tab has already kept moves nothing', async () => {
  const world = await createWorld();
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  const { cursor: sentCursor } = await tab.ports.store.readMeta();
  await tab.sync();
  const before = await tab.ports.store.readMeta();
  const response = { epoch: before.epoch ?? '', purges: [], cursor: 'elsewhere' };
  const kept = await tab.ports.store.applyPull({ sentCursor, response, etag: null, items: [] });
  expect(kept).toBe(false);
  expect(await tab.ports.store.readMeta()).toEqual(before);
});
