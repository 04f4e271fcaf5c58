import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Asked } from '../../../src/app/import/import-desk.ts';
import { removeImport } from '../../../src/app/import/remove-import.ts';
import { err } from '../../../src/domain/result.ts';
import { readDraft, saveDraft } from '../../../src/storage/drafts.ts';
import { deskOf, done } from './import-desk.ts';
import { createTestTablet, ids } from './records-tablet.ts';

test('an import goes with its corrections on the tablet, and only with its own', async () => {
  const { services } = await createTestTablet(ids.clerk);
  const { records } = services;
  const keys = ['import/a/0', 'import/a/1', 'import/b/0', 'apology/a'];
  for (const key of keys) await saveDraft(records, key, 'typed');
  const left = async () => {
    const kept = await Promise.all(keys.map((key) => readDraft(records, key)));
    return keys.filter((_, at) => kept[at] !== undefined);
  };
  const answers: Asked<void>[] = [err('offline'), done, err('gone')];
  const imports = deskOf({ remove: () => Promise.resolve(answers.shift() ?? err('server')) });
  expect(await removeImport({ ...services, imports }, 'a')).toEqual(err('offline'));
  expect(await left()).toEqual(keys);
  expect(await removeImport({ ...services, imports }, 'a')).toEqual(done);
  expect(await left()).toEqual(['import/b/0', 'apology/a']);
  // Removed elsewhere meanwhile is what was asked for.
  expect(await removeImport({ ...services, imports }, 'b')).toEqual(done);
  expect(await left()).toEqual(['apology/a']);
});
