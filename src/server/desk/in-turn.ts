/** Lets acts on the same thing happen one after the other, and acts on different things beside one another. */
export type InTurn = <T>(thing: string, act: () => Promise<T>) => Promise<T>;

export const createInTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return (thing, act) => {
    const mine = (last.get(thing) ?? Promise.resolve()).then(act);
    const forget = (): void => {
      if (last.get(thing) === over) last.delete(thing);
    };
    const over: Promise<void> = mine.then(forget, forget);
    last.set(thing, over);
    return mine;
  };
};
