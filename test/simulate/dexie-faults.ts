import type { Dexie } from 'dexie';
import { endForQuota, interceptTransactions } from '../support/failing-connection.ts';
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
  interceptTransactions(db, ({ tables, mode, begin }) => {
    if (!life.isAlive()) throw new DOMException('the tab has ended', 'AbortError');
    const transaction = begin();
    if (mode !== 'readwrite') return transaction;
    const fault = faults.ofCommit(tables.includes('drafts'));
    note(`${db.name.slice(0, 30)} ${tables.join(' ')} ${fault}`);
    changed();
    transaction.addEventListener('complete', changed);
    if (fault === 'crash-before') {
      transaction.abort();
      life.crash();
    }
    if (fault === 'crash-after') transaction.addEventListener('complete', () => life.crash());
    return fault === 'full' ? endForQuota(transaction) : transaction;
  });
};
