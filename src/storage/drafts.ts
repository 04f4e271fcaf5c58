import type { Watch } from '../domain/watch.ts';
import type { RecordsDatabase } from './records-database.ts';
import { withReopen, writeTogether } from './reopen.ts';
import { watchQuery } from './watch-query.ts';

/** What was typed into a form and not yet saved as a record, or undefined. The reader checks its shape. */
export const readDraft = async (db: RecordsDatabase, key: string): Promise<unknown> =>
  (await withReopen(db, () => db.drafts.get(key)))?.value;

/**
 * `isKept`: whether it was seen to be kept before. Where it is no longer there, another tab has ended it: it is not
 * begun anew, and the answer is false.
 */
export const saveDraft = async (
  db: RecordsDatabase,
  key: string,
  value: unknown,
  isKept = false,
): Promise<boolean> =>
  withReopen(db, () =>
    writeTogether(db, [db.drafts], async () => {
      if (isKept && (await db.drafts.get(key)) === undefined) return false;
      await db.drafts.put({ key, value });
      return true;
    }),
  );

export const dropDraft = async (db: RecordsDatabase, key: string): Promise<void> => {
  await withReopen(db, () =>
    writeTogether(db, [db.drafts], async () => {
      await db.drafts.delete(key);
    }),
  );
};

/** As `readDraft`, and again whenever any tab changes it. */
export const watchDraft = (db: RecordsDatabase, key: string): Watch<unknown> =>
  watchQuery(db, async () => (await db.drafts.get(key))?.value);

/** Every form that was begun and not finished, by its key. */
export const watchDrafts = (
  db: RecordsDatabase,
): Watch<readonly { readonly key: string; readonly value: unknown }[]> =>
  watchQuery(db, () => db.drafts.toArray());
