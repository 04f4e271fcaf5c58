import { expect, test } from 'vitest';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { apology, declaration } from '../server/said.ts';
import { createTablet, createWorld, logOf, outboxOf } from './tablet.ts';

test('what one device of a person says arrives once, in order, and on the other device', async () => {
  const world = await createWorld();
  const first = createTablet(world, 'member');
  const second = createTablet(world, 'member');
  await first.enrol();
  await second.enrol();
  const here = first.openTab();
  const there = second.openTab();
  const ids = [...(await here.say(apology(world.council))), ...(await here.say(declaration(world.council)))];
  const [other] = await there.say(apology(world.council));

  expect(await here.sync()).toEqual({ kind: 'done' });
  expect(await there.sync()).toEqual({ kind: 'done' });
  expect(await here.sync()).toEqual({ kind: 'done' });

  expect((await logOf(world)).log.map((row) => row.id)).toEqual([...ids, other]);
  for (const tab of [here, there]) {
    const rows = (await readEventRows(tab.records)).filter(({ mine }) => mine === 1);
    const events = rows.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    expect(events.map((row) => row.id)).toEqual([...ids, other]);
    expect(events.every((row) => row.author?.name === 'Mary Member')).toBe(true);
  }
  const rows = await outboxOf(here);
  expect(rows.map((row) => [row.n, row.state, row.receipt?.status])).toEqual([
    [1, 'received', 'applied'],
    [2, 'received', 'applied'],
  ]);
  expect((await here.records.manifests.toArray()).map((row) => row.version)).toEqual([1]);
});
