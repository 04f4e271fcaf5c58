import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { dropDraft, readDraft, saveDraft } from '../../../src/storage/drafts.ts';
import { readPlace, savePlace, watchLastPlace } from '../../../src/storage/places.ts';
import { openTab, seen } from './records.ts';

test('each meeting has its own place, and the one read last is known', async () => {
  const db = openTab();
  expect(await seen(watchLastPlace(db))).toBeNull();
  await savePlace(db, 'one', { paperId: 'p', page: 3, mode: 'text', at: 10 });
  await savePlace(db, 'two', { paperId: 'q', page: 8, mode: 'pages', at: 20 });
  await savePlace(db, 'one', { paperId: 'p', page: 4, mode: 'text', at: 30 });
  expect(await readPlace(db, 'two')).toMatchObject({ page: 8 });
  expect(await seen(watchLastPlace(db))).toMatchObject({ meetingId: 'one', page: 4 });
  expect(await readPlace(db, 'three')).toBeNull();
});

test('a draft outlives the page it was typed on', async () => {
  const db = openTab();
  await saveDraft(db, 'declare', { nature: 'I own a fie' });
  db.close({ disableAutoOpen: false });
  expect(await readDraft(db, 'declare')).toEqual({ nature: 'I own a fie' });
  await dropDraft(db, 'declare');
  expect(await readDraft(db, 'declare')).toBeUndefined();
});
