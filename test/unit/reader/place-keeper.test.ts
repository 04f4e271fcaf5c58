import { describe, expect, it } from 'vitest';
import { keepNewest } from '../../../src/app/place-keeper.ts';

/** A store whose writes end when the test says so. */
const slowStore = () => {
  const written: number[] = [];
  const ends: ((cause?: Error) => void)[] = [];
  const write = (value: number): Promise<void> => {
    written.push(value);
    return new Promise((resolve, reject) => ends.push((cause) => (cause ? reject(cause) : resolve())));
  };
  const end = async (cause?: Error): Promise<void> => {
    ends.shift()?.(cause);
    // Lets the keeper take its next step.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { written, write, end };
};

describe('keeping the place read last', () => {
  it('writes one at a time, and the newest last', async () => {
    const store = slowStore();
    const keep = keepNewest(store.write, () => {});
    for (const page of [1, 2, 3, 4]) keep(page);
    expect(store.written).toEqual([1]);
    await store.end();
    expect(store.written).toEqual([1, 4]);
    await store.end();
    keep(5);
    expect(store.written).toEqual([1, 4, 5]);
  });

  it('goes on after a write that failed', async () => {
    const store = slowStore();
    const causes: unknown[] = [];
    const keep = keepNewest(store.write, (cause) => causes.push(cause));
    const full = new Error('full');
    keep(1);
    keep(2);
    await store.end(full);
    expect(causes).toEqual([full]);
    expect(store.written).toEqual([1, 2]);
  });
});
