/** Work that may fail before anybody waits for it, which is no fault of its own: whoever waits later hears of it. */
export const unheard = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  return work;
};
