import type { Dexie, Table } from 'dexie';

/** A table of an open transaction, as the browser has it. */
export type StoreOf = (table: Table) => IDBObjectStore;

/**
 * One strict transaction of the browser's own: Dexie's way to the disk takes twice as long
 * (docs/decisions/0014-a-save-past-dexie.md). `work` calls `end` after its last request. Answers when all of it is
 * complete; rejects with the transaction's own error. No live query hears of it: see `Changes`.
 */
export const writeDirect = async (
  db: Dexie,
  tables: readonly Table[],
  work: (store: StoreOf, end: () => void) => void,
): Promise<void> => {
  await db.open();
  const names = tables.map(({ name }) => name);
  await new Promise<void>((resolve, reject) => {
    const transaction = db.backendDB().transaction(names, 'readwrite', { durability: 'strict' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new DOMException('the transaction was aborted', 'AbortError'));
    });
    // Without being told the browser first asks whether anything else is to come.
    const end = () => transaction.commit();
    work(({ name }) => transaction.objectStore(name), end);
  });
};
