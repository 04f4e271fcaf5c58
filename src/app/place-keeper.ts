/**
 * Writes only the newest of many values, one write at a time: a person who turns twenty pages makes a few
 * writes, and the last one always wins. No clock is needed, the store sets the pace.
 */
export const keepNewest = <T>(write: (value: T) => Promise<unknown>, failed: (cause: unknown) => void) => {
  let waiting: { readonly value: T } | null = null;
  let busy = false;

  const run = async (): Promise<void> => {
    busy = true;
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      await write(value).catch(failed);
    }
    busy = false;
  };

  /** Takes a value to be written; an older one that still waits is let go. */
  return (value: T): void => {
    waiting = { value };
    if (!busy) void run();
  };
};
