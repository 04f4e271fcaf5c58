import { expect, test } from 'vitest';
import { patchedSources, patchSource } from '../../simulate/arm-mutant.ts';
import { mutants } from '../../simulate/mutants.ts';

const ofTheDesign = [
  'no-deduplication',
  'drop-before-receipt',
  'drop-on-401',
  'cursor-before-rows',
  'deduplication-not-atomic',
  'order-by-wall-clock',
  'acknowledge-whole-batch',
  'ignore-epoch',
  'out-of-order-sequence',
  'n-from-clock',
  'quarantine-not-idempotent',
  'n-reused-after-crash',
  'key-by-payload',
  'two-tabs-race-on-cursor',
];

test('every known fault of the design is a mutant, and no name is given twice', () => {
  const names = mutants.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(ofTheDesign));
  expect(new Set(names).size).toBe(names.length);
});

// A refactoring that moves a patched line fails here, so that no mutant is disarmed in silence.
test.for(mutants)('$name still changes the source it names', ({ name, patches }) => {
  const sources = patchedSources(name);
  expect(sources.size).toBe(new Set(patches.map(({ file }) => file)).size);
});

test('a patch that fits nowhere, or twice, is refused', () => {
  const patch = { file: 'some.ts', find: 'a', replace: 'b' };
  expect(patchSource('an', patch)).toBe('bn');
  expect(() => patchSource('none', patch)).toThrow('0 times');
  expect(() => patchSource('aha', patch)).toThrow('2 times');
});
