/** Time that passes when the test says so. */
export interface Timers {
  readonly startTimer: (then: () => void, ms: number) => () => void;
  /** Delays of the timers that run, soonest first. */
  readonly waiting: () => readonly number[];
  /** Lets `ms` pass and calls what falls due, in order. */
  readonly pass: (ms: number) => void;
}

export const createTimers = (): Timers => {
  let now = 0;
  const timers = new Set<{ readonly due: number; readonly call: () => void }>();
  const sorted = () => [...timers].toSorted((a, b) => a.due - b.due);
  return {
    startTimer: (then, ms) => {
      const timer = { due: now + ms, call: then };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    waiting: () => sorted().map(({ due }) => due - now),
    pass: (ms) => {
      const end = now + ms;
      for (let [next] = sorted(); next !== undefined && next.due <= end; [next] = sorted()) {
        now = next.due;
        timers.delete(next);
        next.call();
      }
      now = end;
    },
  };
};
