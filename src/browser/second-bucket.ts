import { createSecondCopy, type SecondCopy } from '../storage/second-copy.ts';
import { hasSecondPlace, moveSecondCopy, secondPlace, type SecondPlaces } from '../storage/second-places.ts';

/** The part of the Storage Buckets API that is used (https://wicg.github.io/storage-buckets/); Chromium since 122. */
interface StorageBuckets {
  readonly open: (
    name: string,
    options: { readonly persisted: boolean; readonly durability: 'strict' },
  ) => Promise<{ readonly indexedDB: IDBFactory }>;
  readonly keys: () => Promise<readonly string[]>;
  readonly delete: (name: string) => Promise<void>;
}

declare global {
  interface Navigator {
    readonly storageBuckets?: StorageBuckets;
  }
}

// Safari and Firefox keep IndexedDB in SQLite, which throws no database away for a torn end: nothing to open there.
const findPlaces = (): SecondPlaces | null => {
  const buckets = navigator.storageBuckets;
  if (buckets === undefined) return null;
  return {
    names: () => buckets.keys(),
    open: async (name) => {
      const { indexedDB } = await buckets.open(name, { persisted: true, durability: 'strict' });
      return { indexedDB, IDBKeyRange };
    },
    remove: (name) => buckets.delete(name),
  };
};

const lock = 'second-copy';

/** Held by each tab for as long as it lives: nobody moves the second copy under it. */
const holdPlace = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const holding = navigator.locks.request(lock, { mode: 'shared' }, () => {
      resolve();
      return new Promise(() => {});
    });
    holding.catch(reject);
  });

/** The second copy in a bucket of its own; on disk it shares nothing with the databases of the default bucket. */
export const openSecondCopy = (): SecondCopy => {
  const places = findPlaces();
  let held: Promise<void> | null = null;
  return createSecondCopy(async () => {
    if (places === null) return null;
    await navigator.locks.request(lock, { ifAvailable: true }, async (granted) => {
      // One that cannot be moved, as where no room is left, is used where it lies.
      if (granted !== null) await moveSecondCopy(places).catch(() => undefined);
    });
    await (held ??= holdPlace());
    return secondPlace(places);
  });
};

/** Whether there may be a second copy. Makes none, so that a browser that was never enrolled has none. */
export const mayHaveSecondCopy = async (): Promise<boolean> => {
  try {
    const places = findPlaces();
    return places !== null && (await hasSecondPlace(places));
  } catch {
    return false;
  }
};
