import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOff } from '../../../src/sync/back-off.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a wait is never longer than a minute by itself, nor shorter than the server asked, up to five', () => {
  fc.assert(
    fc.property(fc.nat(2000), random, fc.option(fc.nat(10_000_000)), (failures, chance, asked) => {
      const wait = backOff(failures, chance, asked);
      expect(wait).toBeLessThanOrEqual(asked === null ? 60_000 : 300_000);
      expect(wait).toBeGreaterThanOrEqual(Math.min(asked ?? 0, 300_000));
    }),
  );
});

test('the span doubles from one second until it is a minute', () => {
  const spans = [0, 1, 2, 3, 4, 5, 6, 7].map((failures) => backOff(failures, 1, null));
  expect(spans).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});
