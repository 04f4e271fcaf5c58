import { onTestFinished } from 'vitest';
import { createDirtyForms } from '../../../src/app/dirty-forms.ts';
import { openDraftForm, type DraftForm, type DraftView } from '../../../src/app/drafts.ts';
import type { Watch } from '../../../src/domain/watch.ts';
import type { RecordsDatabase } from '../../../src/storage/records-database.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { noSecondCopy } from '../../../src/storage/second-copy.ts';
import { makeRecord, openTab, request, seen } from '../storage/records.ts';

export const isText = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null);

/** The same form in a tab of its own. */
export const openForm = async (disk: IDBFactory, { secondCopy = noSecondCopy, parse = isText } = {}) => {
  const records = openTab(disk);
  const forms = createDirtyForms(null);
  const form = await openDraftForm({ records, secondCopy, forms, key: 'whip', empty: '', parse });
  onTestFinished(() => form.close());
  return { form, forms, records };
};

export const showing = (view: Watch<DraftView<string>>, value: string) =>
  seen(view, (shown) => shown.value === value && !shown.ended);

/** Until a tab has looked at what was written before: it takes a few questions to its database. */
export const hearOfIt = async (records: RecordsDatabase): Promise<void> => {
  for (let questions = 0; questions < 20; questions += 1) await records.drafts.count();
};

/** As a screen records: the form and the record, or neither. */
export const recordForm = (form: DraftForm<string>, records: RecordsDatabase) =>
  form.complete((draft) => saveEvents(records, { ...request([makeRecord()]), draft }));
