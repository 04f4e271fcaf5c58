import { backOff } from '../../../../src/sync/back-off.ts';
import type { Transfer } from './bench-side.ts';

/** Times a transfer and listens for long tasks while it runs. */
export const measure = async (work: () => Promise<number>): Promise<Transfer> => {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'longtask' });
  // So that the call's own task, with the script's parsing behind it, is not counted.
  await nextTask();
  observer.takeRecords();
  const start = performance.now();
  const retries = await work();
  const end = performance.now();
  await nextTask();
  const tasks = observer.takeRecords().filter(({ startTime }) => startTime >= start && startTime < end);
  observer.disconnect();
  return { ms: end - start, longTasks: tasks.map(({ duration }) => duration), retries };
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
