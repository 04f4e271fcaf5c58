import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { readMeta } from '../../../src/storage/meta.ts';
import { readNextNumber } from '../../../src/storage/next-number.ts';
import { bringInLine, copyRecords } from '../../../src/storage/bring-in-line.ts';
import { dropDraft } from '../../../src/storage/drafts.ts';
import { saveEnrolment } from '../../../src/storage/enrolment.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import { dropDraftTwice, saveDraftTwice, saveTwice } from '../../../src/storage/save-twice.ts';
import { copyOver, keepRecords, ownerOf } from '../../../src/storage/second-copy-rows.ts';
import { createSecondCopy } from '../../../src/storage/second-copy.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { followedBySecond } from '../../../src/storage/sync-store-twice.ts';
import { readUnacknowledged } from '../../../src/storage/unacknowledged.ts';
import { endForQuota, interceptTransactions } from '../../support/failing-connection.ts';
import { deviceId, makeRecord, request } from './records.ts';
import { makeEnrolment, TwoPlaces, whatIsKept, type Start } from './two-places.ts';

const enrolled = async (places = new TwoPlaces()): Promise<Start> => {
  const start = places.start();
  await saveEnrolment(start.device, await makeEnrolment());
  await bringInLine(start.device, start.records, start.second);
  return start;
};

const receipt = (id: string, n: number) => ({
  id,
  n,
  status: 'applied' as const,
  seq: n,
  receivedAt: '2026-01-05T09:00:01.000Z',
  chain: '0'.repeat(64),
});

test('a record and the end of its draft are in both copies when it is called saved', async () => {
  const start = await enrolled();
  const [one, two] = [makeRecord(), makeRecord()];
  await saveDraftTwice(start.records, start.second, 'apology', { typed: 1 });
  expect((await whatIsKept(start)).drafts).toEqual([{ key: 'apology', value: { typed: 1 } }]);
  const saved = await saveTwice(start.records, start.second, {
    ...request([one, two]),
    draft: { key: 'apology', isKept: false },
  });
  expect(saved.ok).toBe(true);
  expect(await whatIsKept(start)).toEqual({ deviceId, waiting: [one.event.id, two.event.id], drafts: [] });
  expect(await start.records.outbox.count()).toBe(2);
});

test('a draft that is thrown away leaves both copies', async () => {
  const start = await enrolled();
  await saveDraftTwice(start.records, start.second, 'whip', 'half');
  await dropDraftTwice(start.records, start.second, 'whip');
  expect((await whatIsKept(start)).drafts).toEqual([]);
});

test('what the first copy refuses is not kept in the second', async () => {
  const start = await enrolled();
  interceptTransactions(start.records, ({ begin }) => endForQuota(begin(), 'outbox'));
  expect(await saveTwice(start.records, start.second, request([makeRecord()]))).toMatchObject({ ok: false });
  expect((await whatIsKept(start)).waiting).toEqual([]);
});

test.each([
  ['cannot be opened', () => Promise.reject(new Error('no bucket'))],
  ['is not there', () => Promise.resolve(null)],
  ['never answers', () => new Promise<never>(() => {})],
])('a second copy that %s refuses no save', async (_, findPlace) => {
  const start = await enrolled();
  const second = createSecondCopy(findPlace, { short: 20, long: 40 });
  const made = makeRecord();
  expect(await saveTwice(start.records, second, request([made]))).toEqual({ ok: true });
  await saveDraftTwice(start.records, second, 'apology', 'half');
  const store = followedBySecond(createSyncStore(start.records), start.records, second);
  await store.changeEpoch({ deviceId, epoch: 'e', next: 1 });
  expect(await store.wipe()).toBe(false);
  // The next start has a second copy that works.
  await bringInLine(start.device, start.records, start.second);
  expect(await whatIsKept(start)).toEqual({
    deviceId,
    waiting: [made.event.id],
    drafts: [{ key: 'apology', value: 'half' }],
  });
});

test('a second copy that never answers holds up one save, not each after it', async () => {
  const start = await enrolled();
  let asked = 0;
  const second = createSecondCopy(
    () => {
      asked += 1;
      return new Promise<never>(() => {});
    },
    { short: 20, long: 40 },
  );
  for (let save = 0; save < 20; save += 1) await saveTwice(start.records, second, request([makeRecord()]));
  expect(asked).toBe(1);
});

test('a bucket that was taken away while the app ran is made anew', async () => {
  const start = await enrolled();
  let isBroken = true;
  const second = createSecondCopy(() => {
    if (isBroken) return Promise.reject(new Error('gone'));
    return Promise.resolve({ indexedDB: new IDBFactory(), IDBKeyRange });
  });
  expect(await second.attempt((copy) => copy.kept.count())).toEqual({ ok: false, error: 'failed' });
  isBroken = false;
  expect(await second.attempt((copy) => copy.kept.count())).toEqual({ ok: true, value: 0 });
  expect((await saveTwice(start.records, second, request([makeRecord()]))).ok).toBe(true);
});

test('a tablet from before there was a second copy gets one, in the order of saving', async () => {
  const start = new TwoPlaces().start();
  await saveEnrolment(start.device, await makeEnrolment());
  const made = [makeRecord(), makeRecord(), makeRecord()];
  for (const one of made) await saveEvents(start.records, request([one]));
  await bringInLine(start.device, start.records, start.second);
  expect((await whatIsKept(start)).waiting).toEqual(made.map(({ event }) => event.id));
  // Its numbers are its own still.
  expect(await readNextNumber(start.records)).toBe(4);
  expect((await readMeta(start.records)).epoch).toBeNull();
});

test('what one copy missed is put in before what came later, and what was left over goes', async () => {
  const start = await enrolled();
  const [early, late, leftOver] = [makeRecord(), makeRecord(), makeRecord()];
  await saveEvents(start.records, request([early]));
  await saveTwice(start.records, start.second, request([late]));
  await keepRecords(start.copy, ownerOf(start.records), request([leftOver]));
  await bringInLine(start.device, start.records, start.second);
  expect((await whatIsKept(start)).waiting).toEqual([early.event.id, late.event.id]);
});

test('a record that is in the second copy a moment before the first is not taken for a left-over', async () => {
  const start = await enrolled();
  const made = makeRecord();
  await keepRecords(start.copy, ownerOf(start.records), request([made]));
  const saving: Promise<unknown>[] = [];
  // The first copy has been read by then.
  start.copy.owners.hook('updating', () => {
    Dexie.ignoreTransaction(() => saving.push(saveEvents(start.records, request([made]))));
  });
  await copyRecords(start.records, start.copy);
  expect(saving).not.toEqual([]);
  await Promise.all(saving);
  expect((await whatIsKept(start)).waiting).toEqual([made.event.id]);
});

test('a form that was saved since the first copy was read does not stand beside its record', async () => {
  const start = await enrolled();
  await saveDraftTwice(start.records, start.second, 'apology', 'half');
  const before = await readUnacknowledged(start.records);
  const made = makeRecord();
  await saveTwice(start.records, start.second, {
    ...request([made]),
    draft: { key: 'apology', isKept: false },
  });
  await copyOver(start.copy, ownerOf(start.records), before);
  // As it would be found if the browser were killed here.
  expect(await whatIsKept(start)).toEqual({ deviceId, waiting: [made.event.id], drafts: [] });
});

test('a form that was begun since the first copy was read stays in the second', async () => {
  const start = await enrolled();
  const before = await readUnacknowledged(start.records);
  await saveDraftTwice(start.records, start.second, 'apology', 'half');
  await copyOver(start.copy, ownerOf(start.records), before);
  expect((await whatIsKept(start)).drafts).toEqual([{ key: 'apology', value: 'half' }]);
  await dropDraft(start.records, 'apology');
  await copyRecords(start.records, start.copy);
  expect((await whatIsKept(start)).drafts).toEqual([]);
});

test('a form whose record was not saved after all is kept again', async () => {
  const start = await enrolled();
  await saveDraftTwice(start.records, start.second, 'apology', 'half');
  await keepRecords(start.copy, ownerOf(start.records), {
    ...request([makeRecord()]),
    draft: { key: 'apology', isKept: false },
  });
  await copyRecords(start.records, start.copy);
  const drafts = [{ key: 'apology', value: 'half' }];
  expect(await whatIsKept(start)).toEqual({ deviceId, waiting: [], drafts });
});

test('a save in the middle of bringing in line is in both', async () => {
  const start = await enrolled();
  const ids: string[] = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const made = makeRecord();
      ids.push(made.event.id);
      await Promise.all([
        bringInLine(start.device, start.records, start.second),
        saveTwice(start.records, start.second, request([made])),
        bringInLine(start.device, start.records, start.second),
      ]);
    }),
  );
  expect((await whatIsKept(start)).waiting.toSorted()).toEqual(ids.toSorted());
});

test('lets go of what the council has, once its receipt is stored, and of nothing else', async () => {
  const start = await enrolled();
  const store = followedBySecond(createSyncStore(start.records), start.records, start.second);
  const [taken, aside, waits] = [makeRecord(), makeRecord(), makeRecord()];
  for (const one of [taken, aside, waits]) await saveTwice(start.records, start.second, request([one]));
  const epoch = 'e';
  await store.changeEpoch({ deviceId, epoch, next: 1 });
  await store.storeAnswer({ deviceId, epoch: 'of before', results: [receipt(taken.event.id, 1)], next: 2 });
  expect((await whatIsKept(start)).waiting).toHaveLength(3);
  const refused = { ...receipt(aside.event.id, 2), status: 'quarantined' as const, code: 'unknown_meeting' };
  await store.storeAnswer({ deviceId, epoch, results: [receipt(taken.event.id, 1), refused], next: 3 });
  await expect.poll(async () => (await whatIsKept(start)).waiting).toEqual([aside.event.id, waits.event.id]);
  // Put back to a backup, the server lacks what it had; the tablet offers it again.
  await store.changeEpoch({ deviceId, epoch: 'f', next: 1 });
  expect((await whatIsKept(start)).waiting).toEqual([taken, aside, waits].map(({ event }) => event.id));
});

test('lets go of what the council has purged', async () => {
  const start = await enrolled();
  const store = followedBySecond(createSyncStore(start.records), start.records, start.second);
  const made = makeRecord();
  await saveTwice(start.records, start.second, request([made]));
  const response = { epoch: 'e', purges: [made.event.id], cursor: 'c' };
  expect(await store.applyPull({ sentCursor: '', response, etag: null, items: [] })).toBe(true);
  await expect.poll(async () => (await whatIsKept(start)).waiting).toEqual([]);
});
