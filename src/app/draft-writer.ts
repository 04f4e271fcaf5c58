/** Writes the values of one form to the tablet. */
export interface DraftWriter {
  readonly write: (value: unknown) => void;
  readonly isWriting: () => boolean;
  /** Resolves when the newest value is on disk, or was seen to fail. */
  readonly settled: () => Promise<void>;
}

/**
 * Writes at once and one at a time, and reports how each ended. While a write is under way only the newest value waits, so that
 * fast typing costs few transactions and the last value always wins. `rested` is called whenever nothing is under way any more.
 */
export const createDraftWriter = (
  save: (value: unknown) => Promise<void>,
  report: (isKept: boolean) => void,
  rested: () => void,
): DraftWriter => {
  let waiting: { readonly value: unknown } | null = null;
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    while (waiting !== null) {
      const { value } = waiting;
      waiting = null;
      await save(value).then(
        () => report(true),
        () => report(false),
      );
    }
    running = null;
    rested();
  };
  return {
    write: (value) => {
      waiting = { value };
      running ??= drain();
    },
    isWriting: () => running !== null,
    settled: async () => {
      await running;
    },
  };
};
