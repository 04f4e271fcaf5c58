import type { RecordsDatabase } from './records-database.ts';

/** What was typed into a form and not yet saved as a record, or undefined. The reader checks its shape. */
export const readDraft = async (db: RecordsDatabase, key: string): Promise<unknown> =>
  (await db.drafts.get(key))?.value;

export const saveDraft = async (db: RecordsDatabase, key: string, value: unknown): Promise<void> => {
  await db.transaction('rw', db.drafts, () => db.drafts.put({ key, value }));
};

export const dropDraft = async (db: RecordsDatabase, key: string): Promise<void> => {
  await db.transaction('rw', db.drafts, () => db.drafts.delete(key));
};
