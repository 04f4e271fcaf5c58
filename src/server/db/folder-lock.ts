import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// Module variable on purpose: a handle that is garbage-collected gives the lock back.
const locks = new Map<string, DatabaseSync>();

/**
 * Takes the data folder for this process until it ends, kill -9 included; false when another has it.
 * The lock is a file of its own, so that tools may still read the records. Never open or copy
 * `lock.sqlite` by other means: POSIX drops the lock when any handle of the process closes.
 */
export const lockFolder = (dataDir: string): boolean => {
  if (locks.has(dataDir)) return false;
  const handle = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    handle.exec('pragma journal_mode = delete; begin exclusive');
  } catch (cause) {
    handle.close();
    // 5 is SQLITE_BUSY: somebody else holds it.
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === 5) return false;
    throw cause;
  }
  locks.set(dataDir, handle);
  return true;
};

export const unlockFolder = (dataDir: string): void => {
  locks.get(dataDir)?.close();
  locks.delete(dataDir);
};
