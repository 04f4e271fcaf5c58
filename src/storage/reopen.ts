import type { Dexie, Table } from 'dexie';

// WebKit drops the connection when a sleeping app wakes; every request then fails until the database is
// opened again (https://bugs.webkit.org/show_bug.cgi?id=197050, https://github.com/dexie/Dexie.js/issues/2008).
const lostConnection = new Set(['UnknownError', 'DatabaseClosedError', 'InvalidStateError']);

/** The names of an error and of everything it wraps: a quota error shows only inside the aborted transaction's. */
const errorNames = (cause: unknown): string[] => {
  const names: string[] = [];
  let error = cause;
  // Bounded, because a wrapped error could point at itself.
  for (let depth = 0; depth < 5 && typeof error === 'object' && error !== null; depth++) {
    if ('name' in error && typeof error.name === 'string') names.push(error.name);
    error = 'inner' in error ? error.inner : 'cause' in error ? error.cause : null;
  }
  return names;
};

export const isLostConnection = (cause: unknown): boolean =>
  errorNames(cause).some((name) => lostConnection.has(name));

/** Something with this id is here already. */
export const isConstraintError = (cause: unknown): boolean =>
  errorNames(cause).some((name) => name === 'ConstraintError' || name === 'BulkError');

export const isQuotaError = (cause: unknown): boolean => errorNames(cause).includes('QuotaExceededError');

/** Closes what is left of the connection and opens a new one. Also worth calling on `pageshow`. */
export const reopen = async (db: Dexie): Promise<void> => {
  db.close({ disableAutoOpen: false });
  await db.open();
};

/** Does the work; after a lost connection opens the database again and does it once more. `work` must be safe to repeat. */
export const withReopen = async <T>(db: Dexie, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    if (!isLostConnection(cause)) throw cause;
    await reopen(db);
    return await work();
  }
};

/**
 * One read-write transaction; answers when it is complete. A full disk often shows on the transaction only,
 * while the request that comes next merely hears "not active": so the transaction's own error is the one thrown.
 */
export const writeTogether = async <T>(
  db: Dexie,
  tables: readonly Table[],
  work: () => Promise<T>,
): Promise<T> => {
  const native: { transaction?: IDBTransaction } = {};
  try {
    return await db.transaction('rw', tables, (transaction) => {
      native.transaction = transaction.idbtrans;
      return work();
    });
  } catch (cause) {
    throw native.transaction?.error ?? cause;
  }
};
