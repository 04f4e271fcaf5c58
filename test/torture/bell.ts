/** Waits for something to become true, and looks again each time the bell is rung. */
export interface Bell {
  readonly ring: () => void;
  /** False when it did not come true in time. */
  readonly until: (isTrue: () => Promise<boolean> | boolean) => Promise<boolean>;
}

export const createBell = (patienceMs: number): Bell => {
  const sleepers = new Set<() => void>();
  const ring = (): void => {
    for (const wake of sleepers) wake();
    sleepers.clear();
  };
  return {
    ring,
    until: async (isTrue) => {
      const patience = { isOver: false };
      const timer = setTimeout(() => {
        patience.isOver = true;
        ring();
      }, patienceMs);
      try {
        for (;;) {
          // Made before the look: what rings during the look must not be missed.
          const rung = new Promise<void>((resolve) => sleepers.add(resolve));
          if (await isTrue()) return true;
          if (patience.isOver) return false;
          await rung;
        }
      } finally {
        clearTimeout(timer);
      }
    },
  };
};
