import { ratio, statistics, type Statistics } from '../../statistics.ts';
import type { Contender } from '../device.ts';
import type { Side } from '../build-sides.ts';

/** What every row is given. */
export interface RowOptions {
  readonly rounds: number;
  /** Fewer records and rows, to see whether it runs; its figures mean little. */
  readonly quick: boolean;
  readonly scripts: Readonly<Record<Side, string>>;
  /** Of this run's own. */
  readonly folder: string;
}

/** One comparison, and whether it is as the issue wants it. */
export interface Verdict {
  readonly what: string;
  readonly ours: number;
  readonly other: number;
  readonly otherName: string;
  readonly ratio: number;
  readonly direction: 'at least' | 'at most';
  /** Null where something is shown and not demanded. */
  readonly must: number | null;
  readonly aim: number | null;
}

export interface RowResult {
  readonly name: string;
  readonly title: string;
  readonly figures: Readonly<Record<string, Statistics>>;
  readonly verdicts: readonly Verdict[];
  readonly notes: readonly string[];
}

export interface Row {
  readonly name: string;
  readonly measure: (options: RowOptions) => Promise<RowResult>;
}

export const isMet = ({ ratio, direction }: Verdict, bound: number | null): boolean =>
  bound === null || (direction === 'at least' ? ratio >= bound : ratio <= bound);

/** How many times faster ours is: the other's time through ours. */
export const fasterBy = (
  what: string,
  [ours, other]: readonly [number, number],
  otherName: string,
  bounds: { readonly must: number | null; readonly aim: number | null },
): Verdict => ({ what, ours, other, otherName, ratio: ratio(other, ours), direction: 'at least', ...bounds });

/** Ours as a part of the other's. */
export const partOf = (
  what: string,
  [ours, other]: readonly [number, number],
  otherName: string,
  bounds: { readonly must: number | null; readonly aim: number | null },
  direction: 'at least' | 'at most' = 'at most',
): Verdict => ({ what, ours, other, otherName, ratio: ratio(ours, other), direction, ...bounds });

/** Goes through the rounds, each time beginning with another contender; one round before them is not counted. */
export const inRotation = async <T>(
  contenders: readonly Contender[],
  rounds: number,
  measure: (contender: Contender, round: number) => Promise<T>,
): Promise<ReadonlyMap<string, readonly T[]>> => {
  const results = new Map<string, T[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [index] of contenders.entries()) {
      const contender = contenders[(index + round + 1) % contenders.length];
      if (contender === undefined) continue;
      const value = await measure(contender, round);
      if (round >= 0) results.get(contender.name)?.push(value);
    }
    console.log(round < 0 ? '  warmed up' : `  round ${round + 1} of ${rounds}`);
  }
  return results;
};

/** One figure of every contender: its name, what it is, and the statistics over the rounds. */
export const figuresOf = <T>(
  results: ReadonlyMap<string, readonly T[]>,
  what: string,
  pick: (value: T) => number,
): Record<string, Statistics> =>
  Object.fromEntries(
    [...results].map(([name, values]) => [`${name}: ${what}`, statistics(values.map(pick))]),
  );

/** The name of the quickest of these by the median of a figure. */
export const quickest = (
  figures: Readonly<Record<string, Statistics>>,
  names: readonly string[],
  what: string,
): string => {
  const [best] = names.toSorted(
    (a, b) => (figures[`${a}: ${what}`]?.median ?? Infinity) - (figures[`${b}: ${what}`]?.median ?? Infinity),
  );
  if (best === undefined) throw new Error('nobody was measured');
  return best;
};

/** A figure that must be there. */
export const figure = (
  figures: Readonly<Record<string, Statistics>>,
  name: string,
  what: string,
): Statistics => {
  const found = figures[`${name}: ${what}`];
  if (found === undefined) throw new Error(`${name} has no figure for ${what}`);
  return found;
};
