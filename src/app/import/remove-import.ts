import { ok } from '../../domain/result.ts';
import { watchDrafts } from '../../storage/drafts.ts';
import { dropDraftTwice } from '../../storage/save-twice.ts';
import { noSecondCopy } from '../../storage/second-copy.ts';
import { firstValue } from '../records-watch.ts';
import type { Services } from '../services.ts';
import type { Asked } from './import-desk.ts';

type Removes = Pick<Services, 'imports' | 'records' | 'secondCopy'>;

/** Removes an import from the server, and what was corrected of it on this tablet. One that is gone is removed. */
export const removeImport = async (services: Removes, id: string): Promise<Asked<void>> => {
  const removed = await services.imports.remove(id);
  if (!removed.ok && removed.error !== 'gone') return removed;
  // What cannot be forgotten now does no harm: nobody asks for it again.
  await forgetCorrections(services, id).catch(() => undefined);
  return ok(undefined);
};

const forgetCorrections = async (
  { records, secondCopy = noSecondCopy }: Removes,
  id: string,
): Promise<void> => {
  const drafts = await firstValue(watchDrafts(records));
  const corrections = drafts.filter(({ key }) => key.startsWith(`import/${id}/`));
  await Promise.all(corrections.map(({ key }) => dropDraftTwice(records, secondCopy, key)));
};
