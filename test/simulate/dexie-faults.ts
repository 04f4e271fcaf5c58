import type { DBCore, DBCoreTable, Dexie } from 'dexie';
import type { Life } from './disk.ts';
import type { Faults } from './faults.ts';

/**
 * Lets the transactions of one tab fail as a disk and a browser do: the whole of a transaction is there, or
 * nothing of it. A tab that has ended gets no transaction any more. `changed` is told when something may be
 * written, and again when it is.
 */
export const addDiskFaults = (
  db: Dexie,
  life: Life,
  faults: Faults,
  note: (line: string) => void,
  changed: () => void,
): void => {
  const full = new WeakSet<object>();
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core: DBCore): DBCore => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (!life.isAlive()) throw new DOMException('the tab has ended', 'AbortError');
        const transaction = core.transaction(stores, mode, options);
        if (mode !== 'readwrite') return transaction;
        const fault = faults.ofCommit(stores.includes('drafts'));
        note(`${db.name.slice(0, 30)} ${stores.join(' ')} ${fault}`);
        if (fault === 'full') full.add(transaction);
        // Dexie's own type names less than what it hands over, which is the browser's transaction.
        const native = transaction as unknown as IDBTransaction;
        changed();
        native.addEventListener('complete', changed);
        if (fault === 'crash-before') {
          native.abort();
          life.crash();
        }
        if (fault === 'crash-after') native.addEventListener('complete', () => life.crash());
        return transaction;
      },
      table: (name): DBCoreTable => {
        const table = core.table(name);
        return {
          ...table,
          // Not async: Dexie follows a transaction through its own promises only.
          mutate: (change) =>
            table.mutate(change).then((result) => {
              if (full.has(change.trans)) abortForQuota(change.trans);
              return result;
            }),
        };
      },
    }),
  });
};

// A full disk shows on the transaction only, after its requests have succeeded; no public call does that.
const abortForQuota = (transaction: unknown): void => {
  const inside = transaction as { readonly ['_abort']: (name: string) => void };
  inside['_abort']('QuotaExceededError');
};
