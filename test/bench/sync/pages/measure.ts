import { backOff } from '../../../../src/sync/back-off.ts';
import type { Transfer } from './bench-side.ts';

/** Times a transfer and listens for long tasks while it runs. */
export const measure = async (work: () => Promise<number>): Promise<Transfer> => {
  const seen: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void seen.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  await nextTask();
  const start = performance.now();
  const retries = await work();
  const end = performance.now();
  // The browser tells of a long task some time after its end.
  await new Promise((resolve) => setTimeout(resolve, 100));
  seen.push(...observer.takeRecords());
  observer.disconnect();
  const longTasks = seen
    .filter(({ startTime }) => startTime >= start && startTime < end)
    .map(({ duration }) => duration);
  return { ms: end - start, longTasks, retries };
};

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Tries until it works, waiting as the product's sync waits, for every side alike. Answers the retries. */
export const persist = async (attempt: () => Promise<boolean>): Promise<number> => {
  for (let failures = 0; ; failures += 1) {
    if (await attempt()) return failures;
    await new Promise((resolve) => setTimeout(resolve, backOff(failures, Math.random(), null)));
  }
};

/** Milliseconds of each of so many works, one after the other. */
export const timeEach = async (count: number, work: (index: number) => Promise<void>): Promise<number[]> => {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work(index);
    times.push(performance.now() - start);
  }
  return times;
};
