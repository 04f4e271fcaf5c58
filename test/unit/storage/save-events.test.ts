import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { settle } from '../../support/settle.ts';
import { putLogRows } from '../../../src/storage/keep-items.ts';
import { readEventRows } from '../../../src/storage/event-view.ts';
import { readDraft, saveDraft, watchDrafts } from '../../../src/storage/drafts.ts';
import { readMeta } from '../../../src/storage/meta.ts';
import { readNextNumber } from '../../../src/storage/next-number.ts';
import {
  watchEvent,
  watchMeetingEvents,
  watchMyRecords,
  watchMyRecordsAbout,
} from '../../../src/storage/records.ts';
import { saveEvents, writeUnknown } from '../../../src/storage/save-events.ts';
import { watchQuery } from '../../../src/storage/watch-query.ts';
import { makeRecord, meetingId, openTab, request, seen } from './records.ts';

test('event, outbox row, number and the end of the draft are saved as one', async () => {
  const db = openTab();
  await saveDraft(db, 'apology', { text: 'half' });
  const made = [makeRecord(), makeRecord()];
  expect(await saveEvents(db, { ...request(made), draft: { key: 'apology', isKept: true } })).toEqual({
    ok: true,
  });
  expect((await db.outbox.toArray()).map((row) => [row.n, row.id, row.state])).toEqual([
    [1, made[0]?.event.id, 'pending'],
    [2, made[1]?.event.id, 'pending'],
  ]);
  expect((await readEventRows(db)).length).toBe(2);
  expect(await readNextNumber(db)).toBe(3);
  expect(await readDraft(db, 'apology')).toBeUndefined();
});

test('the same record saved again, as after an answer that was never heard, is one record', async () => {
  const db = openTab();
  const made = [makeRecord()];
  await saveEvents(db, request(made));
  expect(await saveEvents(db, request(made))).toEqual({ ok: true });
  expect(await db.outbox.count()).toBe(1);
  expect(await readNextNumber(db)).toBe(2);
});

test('a save that is done again, for its answer was not heard, leaves alone a form that was begun since', async () => {
  const factory = new IDBFactory();
  const [here, there] = [openTab(factory), openTab(factory)];
  await saveDraft(here, 'apology', 'half');
  const asked = { ...request([makeRecord()]), draft: { key: 'apology', isKept: true } };
  await saveEvents(here, asked);
  await saveDraft(there, 'apology', 'anew');
  expect(await writeUnknown(here, asked)).toBe(true);
  expect(await readDraft(there, 'apology')).toBe('anew');
});

test('a record whose answer was not heard shows on screens once it is saved again', async () => {
  const db = openTab();
  const counts: number[] = [];
  const watching = watchMyRecords(db).subscribe((records) => void counts.push(records.length));
  await expect.poll(() => counts).toEqual([0]);
  const asked = request([makeRecord()]);
  const telling = vi.spyOn(Dexie.on.storagemutated, 'fire').mockImplementation(() => undefined);
  await saveEvents(db, asked);
  telling.mockRestore();
  await writeUnknown(db, asked);
  await expect.poll(() => counts).toEqual([0, 1]);
  watching.unsubscribe();
});

test('numbers have no gap and no double when tabs save at once', async () => {
  const factory = new IDBFactory();
  const tabs = [openTab(factory), openTab(factory), openTab(factory)];
  await Promise.all(tabs.flatMap((db) => [0, 1, 2].map(() => saveEvents(db, request([makeRecord()])))));
  const [db] = tabs;
  expect((await db?.outbox.orderBy('place').toArray())?.map((row) => row.n)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test('a new record shows on the screens of another tab, newest first', async () => {
  const factory = new IDBFactory();
  const [here, there] = [openTab(factory), openTab(factory)];
  const [early, late] = [makeRecord(), makeRecord()];
  const shown = seen(watchMyRecords(there), (records) => records.length === 2);
  await saveEvents(here, request([early], 1));
  await saveEvents(here, request([late], 2));
  expect((await shown).map(({ event, state }) => [event.id, state])).toEqual([
    [late.event.id, 'pending'],
    [early.event.id, 'pending'],
  ]);
  const ofMeeting = await seen(watchMeetingEvents(there, meetingId));
  expect(ofMeeting.map(({ mine, seq, author }) => [mine, seq, author])).toEqual([
    [true, null, null],
    [true, null, null],
  ]);
  expect(await seen(watchEvent(there, early.event.id))).toMatchObject({ digest: early.digest });
  expect(await seen(watchEvent(there, 'nothing'))).toBeNull();
});

test('a record of another device of this person counts as received, with its number', async () => {
  const db = openTab();
  const { event, digest } = makeRecord();
  await putLogRows(db, [
    {
      id: event.id,
      meetingId,
      itemId: null,
      mine: 1,
      type: event.type,
      event,
      digest,
      seq: 7,
      receivedAt: '2026-01-05T09:00:01.000Z',
      chain: 'c',
      author: null,
    },
  ]);
  const [record] = await seen(watchMyRecords(db));
  expect(record).toMatchObject({ state: 'received', receipt: { status: 'applied', seq: 7, n: 0 } });
});

test('own records about one meeting are those of all meetings that name it, and hear of a receipt', async () => {
  const db = openTab();
  const elsewhere = makeRecord();
  const body = { meetingId: 'another meeting', text: 'a wedding' };
  const other = { ...elsewhere, event: { ...elsewhere.event, type: 'apology.reason' as const, body } };
  await saveEvents(db, request([makeRecord(), other, makeRecord()]));
  const all = await seen(watchMyRecords(db));
  const about = await seen(watchMyRecordsAbout(db, meetingId));
  expect(about).toHaveLength(2);
  expect(about).toEqual(all.filter(({ event }) => event.id !== other.event.id));
  const heard = seen(watchMyRecordsAbout(db, meetingId), ([newest]) => newest?.state === 'received');
  await settle(db, about[0]?.event.id ?? '', 'received');
  expect((await heard).map(({ state }) => state)).toEqual(['received', 'pending']);
});

test('a save wakes the views of records and of its draft, and those of what it did not touch stay asleep', async () => {
  const db = openTab();
  await saveDraft(db, 'apology', 'half');
  // The first save writes down whose number the outbox counts under.
  await saveEvents(db, request([makeRecord()]));
  const heard = { here: 0, meta: 0, drafts: 0 };
  const watching = [
    watchMyRecordsAbout(db, meetingId).subscribe(() => void (heard.here += 1)),
    watchQuery(db, () => readMeta(db)).subscribe(() => void (heard.meta += 1)),
    watchDrafts(db).subscribe(() => void (heard.drafts += 1)),
  ];
  await expect.poll(() => heard).toEqual({ here: 1, meta: 1, drafts: 1 });
  await saveEvents(db, { ...request([makeRecord()]), draft: { key: 'apology', isKept: false } });
  await expect.poll(() => heard).toEqual({ here: 2, meta: 1, drafts: 2 });
  // Each has had its turn: what is saved now is heard after whatever the save before may have set off.
  await saveDraft(db, 'other', 'half');
  await expect.poll(() => heard).toEqual({ here: 2, meta: 1, drafts: 3 });
  for (const one of watching) one.unsubscribe();
});
