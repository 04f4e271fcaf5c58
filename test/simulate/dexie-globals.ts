/** Counts what IndexedDB has still to do in this process, so that simulated time can wait for it. */
export interface Immediates {
  /** Answers when nothing is left to do. */
  readonly settle: () => Promise<void>;
}

/**
 * To be called before Dexie is loaded. The simulated IndexedDB works through `setImmediate`; Dexie tells
 * other windows through a BroadcastChannel, which is another thread's and would break a seed.
 */
export const prepareGlobals = (): Immediates => {
  const native = globalThis.setImmediate;
  let waiting = 0;
  const counted = (call: (...args: unknown[]) => void, ...args: unknown[]): NodeJS.Immediate => {
    waiting += 1;
    return native(() => {
      waiting -= 1;
      call(...args);
    });
  };
  const nativeTimeout = globalThis.setTimeout;
  // Dexie asks for 0 ms where it means "soon"; its longer ones only tidy up.
  const soon = (call: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown =>
    ms > 0 ? nativeTimeout(call, ms, ...args).unref() : counted(call, ...args);
  Object.assign(globalThis, { setImmediate: counted, setTimeout: soon, BroadcastChannel: undefined });
  return {
    settle: async () => {
      for (;;) {
        await new Promise<void>((resolve) => void native(() => resolve()));
        if (waiting === 0) return;
      }
    },
  };
};
