import type { Result } from '../domain/result.ts';
import { dropDraft, readDraft, saveDraft } from './drafts.ts';
import type { RecordsDatabase } from './records-database.ts';
import { saveEvents, type SaveFault, type SaveRequest } from './save-events.ts';
import { keepRecords, letGo, ownerOf } from './second-copy-rows.ts';
import type { SecondCopy } from './second-copy.ts';

/**
 * As `saveEvents`, in both copies at the same time: answers when both are on the disk. Only the first can refuse;
 * what it refused is taken out of the second again.
 */
export const saveTwice = async (
  db: RecordsDatabase,
  second: SecondCopy,
  request: SaveRequest,
): Promise<Result<void, SaveFault>> => {
  const ids = request.made.map(({ event }) => event.id);
  let isAgain = false;
  const [saved] = await Promise.all([
    saveEvents(db, request),
    second.attempt(async (copy) => {
      // After a lost connection: the first try may have been committed without our hearing of it.
      if (isAgain) await letGo(copy, ids);
      isAgain = true;
      await keepRecords(copy, ownerOf(db), request);
    }),
  ]);
  if (!saved.ok) {
    await second.attempt((copy) => letGo(copy, ids));
    if (request.draft !== null) await followDraft(db, second, request.draft.key);
  }
  return saved;
};

/** As `saveDraft`, in both copies. */
export const saveDraftTwice = async (
  db: RecordsDatabase,
  second: SecondCopy,
  key: string,
  value: unknown,
  isKept = false,
): Promise<boolean> => {
  const [isSaved] = await Promise.all([
    saveDraft(db, key, value, isKept),
    second.attempt((copy) => copy.drafts.put({ owner: ownerOf(db), key, value })),
  ]);
  if (!isSaved) await followDraft(db, second, key);
  return isSaved;
};

/** After the first copy refused: the second has of the form what the first has. */
const followDraft = (db: RecordsDatabase, second: SecondCopy, key: string): Promise<unknown> =>
  second.attempt(async (copy) => {
    const value = await readDraft(db, key);
    if (value === undefined) await copy.drafts.delete([ownerOf(db), key]);
    else await copy.drafts.put({ owner: ownerOf(db), key, value });
  });

/** As `dropDraft`, in both copies. */
export const dropDraftTwice = async (db: RecordsDatabase, second: SecondCopy, key: string): Promise<void> => {
  await Promise.all([dropDraft(db, key), second.attempt((copy) => copy.drafts.delete([ownerOf(db), key]))]);
};
