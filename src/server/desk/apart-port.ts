/** The other side of `startApart`, in its process. It ends with whoever started it. */
export interface ApartPort<In, Out> {
  /** The next message. */
  readonly next: () => Promise<In>;
  readonly say: (message: Out) => void;
}

export const openApartPort = <In, Out>(): ApartPort<In, Out> => {
  if (process.send === undefined) throw new Error('this file is for a process that startApart starts');
  process.once('disconnect', () => process.exit());
  return {
    next: () => new Promise((resolve) => void process.once('message', (message) => resolve(message as In))),
    say: (message) => void process.send?.(message),
  };
};
