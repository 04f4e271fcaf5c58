/** Tells every open event stream that there is something to pull. Carries no data. */
export interface PokeHub {
  readonly poke: () => void;
  /** Answers a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const createPokeHub = (): PokeHub => {
  const listeners = new Set<() => void>();
  return {
    poke: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
