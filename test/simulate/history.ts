import type { Play } from './play.ts';
import { enrolTablet } from './say-and-enrol.ts';
import { createChance, type Chance } from './chance.ts';
import { createCouncil, type Who } from './council.ts';
import type { Disk } from './disk.ts';
import type { Engine } from './engine.ts';
import { createFaults } from './faults.ts';
import { createLedger } from './ledger.ts';
import { comeToRest } from './rest.ts';
import { createScript, type Theme } from './script.ts';
import { createServer } from './server.ts';
import { createTablet, type Tablet } from './tablet.ts';
import { createTimeline } from './timeline.ts';
import { createTrace } from './trace.ts';
import type { Verdict } from './verdict.ts';
import type { World } from './world.ts';

/** What one seed is lived with. */
export interface Ground {
  readonly engine: Engine;
  readonly createDisk: (world: World, personId: string) => Disk;
  /** Answers when nothing in this process waits for anything but simulated time. */
  readonly settle: () => Promise<void>;
  /** What all histories are about, or null for chance. */
  readonly theme: Theme | null;
  readonly print: ((line: string) => void) | null;
}

export interface Outcome {
  readonly seed: number;
  readonly verdict: Verdict;
  /** Records for which "Saved" was shown. */
  readonly events: number;
  /** SHA-256 over everything that happened: the same for the same seed. */
  readonly digest: string;
}

const start = Date.UTC(2026, 0, 5, 9);

/** Lives through the history of one seed. */
export const live = async (ground: Ground, seed: number): Promise<Outcome> => {
  const chance = createChance(seed);
  const timeline = createTimeline(start, ground.settle);
  const trace = createTrace(ground.print);
  const faults = createFaults(chance);
  const server = await createServer(ground.engine, timeline, chance);
  const council = await createCouncil(server, chance);
  const world: World = { timeline, chance, trace, faults, server, council };
  const ledger = createLedger();
  const whose = people(chance);
  const [first, ...others] = whose.map((who, at): Tablet => {
    const disk = ground.createDisk(world, council.people[who]);
    return createTablet(world, who, `${who}-${at}`, disk, ledger);
  });
  if (first === undefined) throw new Error('a history needs somebody');
  const play: Play = { ...world, tablets: [first, ...others], ledger };
  const script = createScript(chance, ground.theme);
  // Mostly in the office, with a good network; sometimes in the weather of the day.
  if (chance.happens(0.2)) faults.begin();
  for (const tablet of play.tablets) if (chance.happens(0.9)) await enrolTablet(play, tablet);
  await timeline.pass(3000);
  await server.backUp();
  faults.begin();
  // Somebody who asks for a theme is after something rare.
  const times = ground.theme === null ? 1 : 2;
  for (let steps = times * chance.int(4, 14); steps > 0; steps--) await script(play);
  const verdict = await comeToRest(play);
  for (const tablet of play.tablets) {
    tablet.crash();
    trace.note(timeline.now(), JSON.stringify(await tablet.disk.look()));
  }
  const log = await server.rows<{ seq: number; chain: string }>('select seq, chain from log order by seq');
  trace.note(timeline.now(), JSON.stringify([log, verdict]));
  await server.close();
  const events = ledger.attempts.flatMap(({ shown, ids }) => (shown === null ? [] : ids)).length;
  return { seed, verdict, events, digest: trace.digest() };
};

/** As `live`; a history that cannot be lived to its end is stuck. */
export const liveOrFail = async (ground: Ground, seed: number): Promise<Outcome> => {
  try {
    return await live(ground, seed);
  } catch (cause) {
    const faults = [`ended early: ${cause instanceof Error ? cause.message : 'unknown'}`];
    const verdict: Verdict = { lost: 0, duplicated: 0, reordered: 0, divergent: 0, stuck: 1, faults };
    return { seed, verdict, events: 0, digest: faults[0] ?? '' };
  }
};

// Most histories are small and dense; some are a whole committee.
const people = (chance: Chance): readonly Who[] => {
  const count = chance.pick([2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 8]);
  const whose = Array.from({ length: count }, (): Who =>
    chance.pick(['member', 'member', 'other', 'chair', 'clerk', 'clerk', 'panelClerk']),
  );
  return whose;
};
