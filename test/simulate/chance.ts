import { seeded } from '../support/seeded.ts';

/** Everything that is left to chance in one history; one seed, one row of it. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly float: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly happens: (rate: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  readonly bytes: (count: number) => Uint8Array;
  readonly hex: (bytes: number) => string;
  readonly uuid: () => string;
}

export const createChance = (seed: number): Chance => {
  // Neighbouring seeds must not begin alike.
  const next = seeded(Math.imul(seed ^ (seed >>> 16), 0x9e3779b1));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => int(0, 255));
  const hex = (count: number): string => Buffer.from(bytes(count)).toString('hex');
  return {
    float: next,
    int,
    happens: (rate) => rate > 0 && next() < rate,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    bytes,
    hex,
    uuid: () => hex(16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  };
};
