import { IDBDatabase } from 'fake-indexeddb';

/** How many transactions that write may still begin; Dexie binds to the method when it opens, so it is watched from the start. */
let left = Infinity;
let isCut = false;

const watched: ProxyHandler<IDBDatabase['transaction']> = {
  apply: (begin, database, [stores, mode, options]: Parameters<IDBDatabase['transaction']>) => {
    if (mode === 'readwrite') {
      if (left === 0) {
        isCut = true;
        throw new DOMException('The power is off.', 'AbortError');
      }
      left -= 1;
    }
    return Reflect.apply(begin, database, [stores, mode, options]);
  },
};
const { prototype } = IDBDatabase;
Object.defineProperty(prototype, 'transaction', {
  value: new Proxy(Reflect.get(prototype, 'transaction'), watched),
});

/**
 * Does the work with a plug that is pulled after `writes` transactions that write, in whatever database: nothing
 * is written after that. Answers whether the plug was pulled before the work had come to its end. To be
 * imported before a database is opened.
 */
export const cutPowerAfter = async (writes: number, work: () => Promise<unknown>): Promise<boolean> => {
  left = writes;
  isCut = false;
  try {
    await work();
  } catch (cause) {
    if (!isCut) throw cause;
  } finally {
    left = Infinity;
  }
  return isCut;
};
