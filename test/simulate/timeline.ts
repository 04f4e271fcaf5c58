/** Time that passes only when it is told to, and everything that waits for its moment in it. */
export interface Timeline {
  /** The true time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Calls `then` once after `ms`; the answer cancels it. */
  readonly after: (then: () => void, ms: number) => () => void;
  /** Lets `ms` pass. What falls due runs one by one, each to its own end. */
  readonly pass: (ms: number) => Promise<void>;
  /** Time stands still until this has come to its end. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Inside of tracked work: lets `ms` pass there. */
  readonly pause: (ms: number) => Promise<void>;
}

interface Entry {
  readonly due: number;
  /** Of two at one moment the first that was asked for comes first. */
  readonly order: number;
  call: (() => void) | null;
}

const isBefore = (left: Entry, right: Entry): boolean =>
  left.due < right.due || (left.due === right.due && left.order < right.order);

/** `settle` answers when nothing in this process waits for anything but the timeline. */
export const createTimeline = (start: number, settle: () => Promise<void>): Timeline => {
  const heap: Entry[] = [];
  let now = start;
  let count = 0;
  let tracked = 0;
  const quiet = async (): Promise<void> => {
    for (;;) {
      await settle();
      if (tracked === 0) return;
    }
  };
  const after = (then: () => void, ms: number): (() => void) => {
    const entry: Entry = { due: now + Math.max(0, ms), order: count++, call: then };
    push(heap, entry);
    return () => void (entry.call = null);
  };
  return {
    now: () => now,
    after,
    pass: async (ms) => {
      const end = now + ms;
      await quiet();
      for (let [first] = heap; first !== undefined && first.due <= end; [first] = heap) {
        pop(heap);
        if (first.call === null) continue;
        now = first.due;
        first.call();
        await quiet();
      }
      now = end;
    },
    track: async (work) => {
      tracked += 1;
      try {
        return await work;
      } finally {
        tracked -= 1;
      }
    },
    pause: (ms) => {
      tracked -= 1;
      return new Promise((resolve) => {
        after(() => {
          tracked += 1;
          resolve();
        }, ms);
      });
    },
  };
};

// A binary heap: timers are many, and most are cancelled.
const push = (heap: Entry[], entry: Entry): void => {
  let at = heap.length;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || isBefore(parent, entry)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = entry;
};

const pop = (heap: Entry[]): void => {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    const isRight = left !== undefined && right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (child === undefined || isBefore(last, child)) break;
    heap[at] = child;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = last;
};
