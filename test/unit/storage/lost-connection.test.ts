import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { readDraft, saveDraft } from '../../../src/storage/drafts.ts';
import { readPlace, savePlace } from '../../../src/storage/places.ts';
import { watchMyRecords } from '../../../src/storage/records.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import type { RecordsDatabase } from '../../../src/storage/records-database.ts';
import { interceptTransactions } from '../../support/failing-connection.ts';
import { makeRecord, openTab, request } from './records.ts';

/** WebKit's answer to every request after the app has slept, for the next `times` transactions. */
const loseConnection = (db: RecordsDatabase, times: number): { opened: number } => {
  const count = { opened: 0, left: times };
  db.on(
    'ready',
    () => {
      count.opened += 1;
    },
    true,
  );
  interceptTransactions(db, ({ mode, begin }) => {
    if (count.left === 0 || mode !== 'readwrite') return begin();
    count.left -= 1;
    throw new DOMException(
      'Connection to Indexed Database server lost. Refresh the page to try again',
      'UnknownError',
    );
  });
  return count;
};

test('a lost connection is opened again and the record is saved, once', async () => {
  const db = openTab();
  const count = loseConnection(db, 1);
  expect(await saveEvents(db, request([makeRecord()]))).toEqual({ ok: true });
  expect(await db.outbox.count()).toBe(1);
  expect(count.opened).toBe(2);
});

test('a connection that stays lost says so, and the record is not there by halves', async () => {
  const db = openTab();
  loseConnection(db, 2);
  expect(await saveEvents(db, request([makeRecord()]))).toEqual({ ok: false, error: { kind: 'not-saved' } });
  expect([(await readEventRows(db)).length, await db.outbox.count()]).toEqual([0, 0]);
});

test('a draft and a place survive it too', async () => {
  const db = openTab();
  loseConnection(db, 1);
  await saveDraft(db, 'apology', { text: 'half' });
  expect(await readDraft(db, 'apology')).toEqual({ text: 'half' });
  loseConnection(db, 1);
  await savePlace(db, 'm', { paperId: 'p', page: 3, mode: 'text', at: 1 });
  expect(await readPlace(db, 'm')).toMatchObject({ page: 3 });
});

test('a view goes on after its database was closed under it', async () => {
  const db = openTab();
  const counts: number[] = [];
  let changed = Promise.withResolvers<void>();
  const watching = watchMyRecords(db).subscribe((records) => {
    counts.push(records.length);
    changed.resolve();
  });
  await changed.promise;
  changed = Promise.withResolvers();
  db.close({ disableAutoOpen: true });
  await expect(db.outbox.count()).rejects.toBeInstanceOf(Dexie.DatabaseClosedError);
  expect(await saveEvents(db, request([makeRecord()]))).toEqual({ ok: true });
  await changed.promise;
  watching.unsubscribe();
  expect(counts.at(-1)).toBe(1);
});
