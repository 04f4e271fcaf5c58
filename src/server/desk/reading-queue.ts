/** Readings that wait for one another: each takes a core and more memory than the whole server. */
export interface ReadingQueue {
  /** Begins `read` when nothing else is being read. It ends soon after its signal, and never rejects. */
  readonly add: (id: string, read: (signal: AbortSignal) => Promise<void>) => void;
  readonly stateOf: (id: string) => 'waiting' | 'reading' | null;
  /** Nothing of it is being read any more when it answers. */
  readonly stop: (id: string) => Promise<void>;
  /** Stops all, and begins nothing more. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly id: string;
  readonly controller: AbortController;
  readonly over: Promise<void>;
}

export const createReadingQueue = (): ReadingQueue => {
  const waiting = new Map<string, (signal: AbortSignal) => Promise<void>>();
  let running: Running | null = null;
  let isClosed = false;
  const next = (): void => {
    const [first] = waiting;
    if (running !== null || first === undefined || isClosed) return;
    const [id, read] = first;
    waiting.delete(id);
    const controller = new AbortController();
    const over = read(controller.signal).finally(() => {
      running = null;
      next();
    });
    running = { id, controller, over };
  };
  const endRunning = async (): Promise<void> => {
    running?.controller.abort();
    await running?.over;
  };
  return {
    add: (id, read) => {
      waiting.set(id, read);
      next();
    },
    stateOf: (id) => (running?.id === id ? 'reading' : waiting.has(id) ? 'waiting' : null),
    stop: async (id) => {
      waiting.delete(id);
      if (running?.id === id) await endRunning();
    },
    close: async () => {
      isClosed = true;
      waiting.clear();
      await endRunning();
    },
  };
};
