/** How many turns are asked for at once. */
const batch = 64;

/**
 * Answers when every promise of this process has come as far as it can by itself: at the next turn of the
 * event loop. Turns are asked for in batches, since Node looks for news from outside only between batches,
 * which takes longer than most of what happens in a turn.
 */
export const createSettle = (): (() => Promise<void>) => {
  let waiting: (() => void) | null = null;
  let left = 0;
  const turn = (): void => {
    left -= 1;
    const settled = waiting;
    waiting = null;
    settled?.();
  };
  return () =>
    new Promise((resolve) => {
      waiting = resolve;
      if (left > 0) return;
      left = batch;
      for (let at = 0; at < batch; at++) setImmediate(turn);
    });
};
