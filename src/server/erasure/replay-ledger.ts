import { findCouncil } from '../council.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { eraseRecords, listErasures } from './erase-records.ts';
import { appendToLedger, ledgerFile, readLedger } from './ledger.ts';

/**
 * Brings a folder's ledger and its records together: what only the ledger knows is erased (a crash came
 * between the two, or a backup was restored), what only the records know is written into the ledger. A
 * sentence when the ledger cannot be read.
 */
export const replayLedger = async (folder: Pick<DataFolder, 'db' | 'path'>): Promise<string | null> => {
  const file = ledgerFile(folder.path);
  const ledger = await readLedger(file);
  if (!ledger.ok) return ledgerSentence(file, ledger.error);
  const council = await folder.db.read(findCouncil);
  if (council === null) return null;
  const known = await folder.db.read(() => listErasures(council.id));
  const inRecords = new Set(known.map(({ id }) => id));
  const inLedger = new Set(ledger.value.map(({ id }) => id));
  const missing = ledger.value.filter(({ id }) => !inRecords.has(id));
  if (missing.length > 0) await folder.db.write(() => eraseRecords(council.id, missing));
  const unlisted = known.filter(({ id }) => !inLedger.has(id));
  if (unlisted.length > 0) await appendToLedger(file, unlisted);
  return null;
};

/** What to say of a ledger with a line that is none. */
export const ledgerSentence = (file: string, line: number): string =>
  `Line ${line} of the erasure ledger ${file} cannot be read: put back a copy of the file, or take the line out.`;
