const signals = ['SIGTERM', 'SIGINT'] as const;

/** npm passes Ctrl-C on although the terminal has sent it already: one press must not count as two. */
const sameStopMs = 500;

/**
 * Resolves with the first signal to stop. A second one, of whoever does not want to wait, ends the
 * process at once: whatever was promised is on the disk.
 */
export const stopSignal = (): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let firstAt: number | null = null;
  for (const signal of signals) {
    process.on(signal, () => {
      const now = performance.now();
      firstAt ??= now;
      resolve(signal);
      if (now - firstAt > sameStopMs) process.exit(1);
    });
  }
  return promise;
};
