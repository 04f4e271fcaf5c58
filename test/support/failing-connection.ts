import type { DBCore, Dexie } from 'dexie';

/** One transaction that is about to begin, by Dexie or past it. */
export interface Beginning {
  readonly tables: readonly string[];
  readonly mode: IDBTransactionMode;
  /** Begins it. */
  readonly begin: () => IDBTransaction;
}

/**
 * Lets `instead` begin every transaction of this database from now on. An open connection would go on without it,
 * so it is closed, to be opened again by whatever comes next.
 */
export const interceptTransactions = (db: Dexie, instead: (beginning: Beginning) => IDBTransaction): void => {
  db.close({ disableAutoOpen: false });
  // Dexie's own.
  db.use({
    stack: 'dbcore',
    name: 'intercepted',
    create: (core: DBCore): DBCore => ({
      ...core,
      transaction: (tables, mode, options) => {
        // Dexie's own type names less than what it hands over, which is the browser's transaction.
        const begin = () => core.transaction(tables, mode, options) as unknown as IDBTransaction;
        return instead({ tables, mode, begin });
      },
    }),
  });
  // And those past it: Dexie took hold of what begins its own before this.
  const past = (): void => {
    const connection = db.backendDB();
    const transaction = connection.transaction.bind(connection);
    connection.transaction = (tables, mode = 'readonly', options = {}) =>
      instead({ tables: [tables].flat() as string[], mode, begin: () => transaction(tables, mode, options) });
  };
  db.on('ready', past, true);
};

/**
 * Ends a transaction as a browser without room does, at its first write to `table`, or to any where that is null.
 * The specification's word for it shows on the transaction only, after its requests have succeeded.
 */
export const endForQuota = (transaction: IDBTransaction, table: string | null = null): IDBTransaction => {
  const objectStore = transaction.objectStore.bind(transaction);
  const seen = new Set<string>();
  const ending = (request: IDBRequest<IDBValidKey>): IDBRequest<IDBValidKey> => {
    request.addEventListener('success', () => abortForQuota(transaction));
    return request;
  };
  transaction.objectStore = (name) => {
    const store = objectStore(name);
    if (seen.has(name) || (table !== null && name !== table)) return store;
    seen.add(name);
    const [add, put] = [store.add.bind(store), store.put.bind(store)];
    store.add = (value, key) => ending(add(value, key));
    store.put = (value, key) => ending(put(value, key));
    return store;
  };
  return transaction;
};

// No public call gives a transaction this error.
const abortForQuota = (transaction: unknown): void => {
  const inside = transaction as { readonly ['_abort']: (name: string) => void };
  inside['_abort']('QuotaExceededError');
};
