/** The browser's locks, shared by the tabs of one tablet. */
export interface Locks {
  readonly run: (owner: object, name: string, work: () => Promise<void>) => Promise<void>;
  /** From here on nobody waits for anybody, as in a browser that has forgotten its locks. */
  readonly forget: () => void;
  /** Gives back what a tab held or waited for that has ended. */
  readonly release: (owner: object) => void;
}

interface Waiter {
  readonly owner: object;
  readonly start: () => void;
}

export const createLocks = (): Locks => {
  let areForgotten = false;
  const queues = new Map<string, Waiter[]>();
  const leave = (name: string, waiter: Waiter): void => {
    const queue = queues.get(name) ?? [];
    const at = queue.indexOf(waiter);
    if (at === -1) return;
    queue.splice(at, 1);
    if (at === 0) queue[0]?.start();
  };
  return {
    run: (owner, name, work) => {
      if (areForgotten) return work();
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          owner,
          start: () => {
            work()
              .then(resolve, reject)
              .finally(() => leave(name, waiter));
          },
        };
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        queue.push(waiter);
        if (queue[0] === waiter) waiter.start();
      });
    },
    forget: () => void (areForgotten = true),
    release: (owner) => {
      for (const [name, queue] of queues) {
        for (const waiter of queue.filter((one) => one.owner === owner).toReversed()) leave(name, waiter);
      }
    },
  };
};
