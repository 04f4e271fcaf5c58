import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apology, declaration, reason } from '../server/said.ts';
import type { Fault } from './network.ts';
import { createRestorableDatabase } from './restore.ts';
import { createTablet, createWorld, logOf, outboxOf, type Tablet } from './tablet.ts';

const faults: readonly Fault[] = [
  'request-lost',
  'answer-lost',
  'twice',
  'late',
  'crash-before',
  'crash-after',
  'portal',
  'signed-out',
  'stops-early',
];

const fault = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Fault>('none') },
  { weight: 4, arbitrary: fc.constantFrom(...faults) },
);

type Step =
  | { readonly kind: 'say'; readonly tablet: number; readonly what: number }
  | {
      readonly kind: 'sync';
      readonly tablet: number;
      readonly tabs: number;
      readonly faults: readonly Fault[];
    }
  | { readonly kind: 'clock'; readonly tablet: number; readonly ahead: number }
  | { readonly kind: 'time' }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'enrol-again'; readonly tablet: number };

const tablet = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say'), tablet, what: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('sync'),
      tablet,
      tabs: fc.integer({ min: 1, max: 2 }),
      faults: fc.array(fault, { maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock'),
      tablet,
      ahead: fc.integer({ min: -1e10, max: 1e10 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back-up') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('enrol-again'), tablet }) },
);

/** Lives through a history; answers nothing and throws at the first thing that must not be. */
const live = async (steps: readonly Step[]): Promise<void> => {
  const restorable = await createRestorableDatabase();
  try {
    const world = await createWorld({ db: restorable.db });
    const tablets = [createTablet(world, 'member'), createTablet(world, 'member')];
    for (const one of tablets) await one.enrol();
    const tabs = tablets.map((one) => [one.openTab(), one.openTab()]);
    const saved: string[][] = [[], []];
    let restore = await restorable.backUp();
    const unknown = { ...world.council, ids: { ...world.council.ids, meeting: world.council.ids.item } };
    const sayings = [
      apology(world.council),
      declaration(world.council),
      reason(world.council),
      apology(unknown),
    ];
    const at = (
      index: number,
    ): { readonly one: Tablet; readonly open: (typeof tabs)[number]; readonly said: string[] } => {
      const [one, open, said] = [tablets[index], tabs[index], saved[index]];
      if (one === undefined || open === undefined || said === undefined) throw new Error('two tablets');
      return { one, open, said };
    };

    for (const now of steps) {
      world.council.clock.now += 1000;
      switch (now.kind) {
        case 'say': {
          const { open, said } = at(now.tablet);
          const [statement] = sayings.slice(now.what);
          const tab = open[now.what % 2];
          if (statement !== undefined && tab !== undefined) said.push(...(await tab.say(statement)));
          break;
        }
        case 'sync': {
          const queue = [...now.faults];
          world.network.faultOf = () => queue.shift() ?? 'none';
          await Promise.all(
            at(now.tablet)
              .open.slice(0, now.tabs)
              .map((tab) => tab.sync()),
          );
          world.network.faultOf = () => 'none';
          break;
        }
        case 'clock':
          at(now.tablet).one.clockAhead = now.ahead;
          break;
        case 'time':
          world.council.clock.now += 8 * 24 * 3600 * 1000;
          break;
        case 'back-up':
          restore = await restorable.backUp();
          break;
        case 'restore':
          await restore();
          restore = await restorable.backUp();
          break;
        case 'enrol-again':
          await at(now.tablet).one.enrol();
          break;
      }
    }
    await rest(world, tablets, tabs, saved);
  } finally {
    await restorable.remove();
  }
};

type World = Awaited<ReturnType<typeof createWorld>>;

const rest = async (
  world: World,
  tablets: readonly Tablet[],
  tabs: readonly (readonly ReturnType<Tablet['openTab']>[])[],
  saved: readonly (readonly string[])[],
): Promise<void> => {
  world.network.faultOf = () => 'none';
  for (let round = 0; round < 3; round++) {
    for (const [index, [tab]] of tabs.entries()) {
      const outcome = await tab?.sync();
      // A device that a restored server no longer knows, or a number that came twice: the person enrols again.
      if (outcome?.kind === 'need' && outcome.need === 'sign-in') await tablets[index]?.enrol();
    }
  }
  for (const [tab] of tabs) expect(await tab?.sync()).toEqual({ kind: 'done' });

  const { log, aside } = await logOf(world);
  const kept = [...log.map((row) => row.id), ...aside.map((row) => row.id)];
  expect(kept.toSorted()).toEqual(saved.flat().toSorted());
  for (const [index, [tab]] of tabs.entries()) {
    if (tab === undefined) throw new Error('two tablets');
    const own = new Set(saved[index]);
    const inLog = log.filter((row) => own.has(row.id)).map((row) => row.id);
    const isAside = new Set(aside.map((row) => row.id));
    expect(inLog).toEqual(saved[index]?.filter((id) => !isAside.has(id)));
    expect((await outboxOf(tab)).filter((row) => row.state === 'pending')).toEqual([]);
    // Everything of this person in the log is on every tablet of theirs, in the log's order.
    const events = await tab.records.events
      .where('mine')
      .equals(1)
      .filter((row) => row.author !== null)
      .sortBy('seq');
    expect(events.map((row) => row.id)).toEqual(log.map((row) => row.id));
  }
};

const runs = Number(process.env['SYNC_RUNS'] ?? 15);

// oxlint-disable-next-line vitest/expect-expect -- `rest` asserts, at the end of every history
test('whatever happens on the way, every saved record arrives once, in order, and nothing waits at rest', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), live), {
    numRuns: runs,
    ...(process.env['SYNC_SEED'] === undefined ? {} : { seed: Number(process.env['SYNC_SEED']) }),
  });
}, 600_000);
