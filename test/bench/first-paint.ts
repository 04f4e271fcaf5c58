import { startTablet } from '../support/tablet.ts';

/** The slow-down of the page's own thread. */
const slowDown = 4;

/** One cold start, as the browser measured it. */
export interface FirstPaint {
  /** Largest contentful paint, milliseconds after the navigation began. */
  readonly ms: number;
  /** The first words of what was largest. */
  readonly words: string;
}

/**
 * Starts a new browser process on a profile, slows its page down and opens the address; answers when `agenda`
 * (a selector) is there and nothing larger has been painted for a while.
 */
export const measureFirstPaint = async (
  profile: string,
  address: string,
  agenda: string,
): Promise<FirstPaint> => {
  const { page, context, kill } = await startTablet(profile);
  try {
    const devtools = await context.newCDPSession(page);
    const fast = await page.evaluate(busyLoop);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.goto(address, { waitUntil: 'commit' });
    const paint = await page.evaluate(largestPaint, agenda);
    const slow = await page.evaluate(busyLoop);
    // Another process draws the page than the blank one before it: the slow-down must have come along.
    if (slow < fast * (slowDown / 2)) {
      throw new Error(`the page was not slowed down: ${slow} ms, ${fast} ms before`);
    }
    return paint;
  } finally {
    await kill();
  }
};

/** Milliseconds of the same piece of work, the least of a few tries. Runs in the page. */
const busyLoop = (): number => {
  let least = Infinity;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const start = performance.now();
    let sum = 0;
    for (let step = 0; step < 20_000_000; step += 1) sum += Math.sqrt(step);
    if (sum > 0) least = Math.min(least, performance.now() - start);
  }
  return least;
};

/** Runs in the page. */
const largestPaint = (agenda: string): Promise<FirstPaint> => {
  const quietMs = 1500;
  const patienceMs = 30_000;
  return new Promise((resolve, reject) => {
    let last: FirstPaint | null = null;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      if (last !== null && document.querySelector(agenda) !== null) resolve(last);
      else if (performance.now() > patienceMs) reject(new Error(`no agenda: ${document.body.textContent}`));
      else quiet = setTimeout(settle, quietMs);
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { element } = entry as PerformanceEntry & { readonly element: Element | null };
        last = { ms: entry.startTime, words: (element?.textContent ?? '').trim().slice(0, 40) };
      }
      clearTimeout(quiet);
      quiet = setTimeout(settle, quietMs);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    quiet = setTimeout(settle, quietMs);
  });
};
