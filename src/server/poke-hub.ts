/** Tells open event streams that there is something to pull. Carries no data. */
export interface PokeHub {
  /** To everybody; or to all but the device that brought what is new: it has its receipts and pulls by itself. */
  readonly poke: (broughtBy?: string) => void;
  /** The listener hears which device brought it, if one did. Answers a function that ends the subscription. */
  readonly subscribe: (listener: (broughtBy: string | null) => void) => () => void;
}

export const createPokeHub = (): PokeHub => {
  const listeners = new Set<(broughtBy: string | null) => void>();
  return {
    poke: (broughtBy) => {
      for (const listener of listeners) listener(broughtBy ?? null);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
