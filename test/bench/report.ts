import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { findChromium } from '../support/find-chromium.ts';
import { exchangedEvents, type Exchange } from './exchange.ts';
import type { FirstPaint } from './first-paint.ts';
import type { Saves } from './pages/measure-saves.ts';
import { ratio, statistics, type Statistics } from './statistics.ts';

/** Everything that one round measured. */
export interface Round {
  /** Runnable processes on the machine in the minute before the round. */
  readonly load: number;
  readonly paints: { readonly ours: FirstPaint; readonly bare: FirstPaint };
  readonly saves: Saves;
  readonly exchange: Exchange;
}

/** Ours beside the bare peer. `ratio` is what the aim is about. */
interface Comparison {
  readonly ours: Statistics;
  readonly bare: Statistics;
  readonly ratio: number;
  readonly aim: number;
}

/** What is written to `test-results/bench.json`. Times are milliseconds. */
export interface Report {
  readonly measuredAt: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly loads: readonly number[];
  /** Ratio of medians. */
  readonly coldStart: Comparison & { readonly painted: readonly string[] };
  /** Ratio of the 99th percentiles over all rounds; each round's own ratio beside it. */
  readonly save: Comparison & { readonly ratiosByRound: readonly number[] };
  readonly exchange: Readonly<Record<keyof Exchange, Statistics>> & { readonly events: number };
}

export const report = (rounds: readonly Round[]): Report => {
  const paints = compare(
    rounds.map(({ paints }) => paints.ours.ms),
    rounds.map(({ paints }) => paints.bare.ms),
    'median',
    1.6,
  );
  const saves = compare(
    rounds.flatMap(({ saves }) => saves.ours),
    rounds.flatMap(({ saves }) => saves.bare),
    'p99',
    2,
  );
  const ratiosByRound = rounds.map(({ saves }) =>
    ratio(statistics(saves.ours).p99, statistics(saves.bare).p99),
  );
  return {
    measuredAt: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: process.platform,
      node: process.version,
      browser: execFileSync(findChromium(), ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim(),
    },
    loads: rounds.map(({ load }) => load),
    coldStart: { ...paints, painted: distinct(rounds.map(({ paints }) => paints.ours.words)) },
    save: { ...saves, ratiosByRound },
    exchange: {
      events: exchangedEvents,
      push: statistics(rounds.map(({ exchange }) => exchange.push)),
      pull: statistics(rounds.map(({ exchange }) => exchange.pull)),
      both: statistics(rounds.map(({ exchange }) => exchange.both)),
    },
  };
};

const compare = (
  ours: readonly number[],
  bare: readonly number[],
  by: 'median' | 'p99',
  aim: number,
): Comparison => {
  const [us, them] = [statistics(ours), statistics(bare)];
  return { ours: us, bare: them, ratio: ratio(us[by], them[by]), aim };
};

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** For people: one line for each thing that was timed, and one for each aim. */
export const printTable = ({ coldStart, save, exchange, loads }: Report): void => {
  console.table(
    Object.fromEntries([
      row('offline cold start, ours', coldStart.ours),
      row('offline cold start, bare', coldStart.bare),
      row('a save, ours', save.ours),
      row('a save, bare', save.bare),
      row(`push ${exchange.events}`, exchange.push),
      row(`pull ${exchange.events}`, exchange.pull),
      row('push and pull', exchange.both),
    ]),
  );
  console.log(`offline cold start: ${verdict(coldStart)}, by medians`);
  console.log(`a save: ${verdict(save)}, by 99th percentiles; by round ${save.ratiosByRound.join(', ')}`);
  console.log(`load of the machine: ${loads.map((load) => load.toFixed(1)).join(', ')}`);
};

const row = (what: string, { least, median, p99, raw }: Statistics): readonly [string, object] => [
  what,
  { least, median, p99, values: raw.length },
];

const verdict = ({ ratio, aim }: Comparison): string =>
  `${ratio} times the bare peer, aim ${aim}: ${ratio <= aim ? 'met' : 'missed'}`;
