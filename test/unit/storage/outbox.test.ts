import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Receipt } from '../../../src/domain/receipt.ts';
import type { Progress } from '../../../src/storage/outbox-row.ts';
import { readNextNumber } from '../../../src/storage/next-number.ts';
import { readOwnRows, readPending, storeAnswer } from '../../../src/storage/outbox.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import type { RecordsDatabase } from '../../../src/storage/records-database.ts';
import { deviceId, makeRecord, openTab, request } from './records.ts';

const save = async (db: RecordsDatabase, count: number): Promise<void> => {
  const made = Array.from({ length: count }, () => makeRecord());
  expect((await saveEvents(db, request(made))).ok).toBe(true);
};

const receiptOf = ({ id, n }: Progress, isTaken: boolean): Receipt =>
  isTaken
    ? { id, n, status: 'applied', seq: n, receivedAt: '2026-01-05T09:00:00.000Z', chain: 'c'.repeat(64) }
    : { id, n, status: 'quarantined', receivedAt: '2026-01-05T09:00:00.000Z', code: 'no_grant' };

test('of a long queue only the batch that was asked for is read, from the lowest number on', async () => {
  const db = openTab();
  await save(db, 30);
  const first = (await readOwnRows(db)).slice(0, 10);
  await storeAnswer(db, {
    deviceId,
    epoch: 'first',
    results: first.map((row) => receiptOf(row, true)),
    next: 11,
  });
  expect((await readPending(db, 7)).map(({ n }) => n)).toEqual([11, 12, 13, 14, 15, 16, 17]);
});

test('a receipt is kept with its row, and the rows behind it are left as they are', async () => {
  const db = openTab();
  await save(db, 3);
  const before = await readOwnRows(db);
  const results = before.slice(0, 2).map((row, at) => receiptOf(row, at === 0));
  await storeAnswer(db, { deviceId, epoch: 'first', results, next: 3 });
  const after = await readOwnRows(db);
  expect(after.map(({ state }) => state)).toEqual(['received', 'quarantined', 'pending']);
  expect(after.map(({ receipt }) => receipt)).toEqual([...results, null]);
  expect(after[2]).toEqual(before[2]);
});

test('a receipt for what this tablet never said changes nothing', async () => {
  const db = openTab();
  await save(db, 2);
  const before = await readOwnRows(db);
  const results = [receiptOf({ ...(before[0] as Progress), id: 'not-ours' }, true)];
  await storeAnswer(db, { deviceId, epoch: 'first', results, next: 1 });
  expect(await readOwnRows(db)).toEqual(before);
});

// `next` as a server may say it: where it stands, before (it lost some), or after (a tablet from a backup).
const answer = fc.record({ taken: fc.nat(4), isTaken: fc.boolean(), next: fc.integer({ min: 1, max: 9 }) });
const history = fc.array(fc.record({ saves: fc.nat(3), answer }), { minLength: 1, maxLength: 4 });

test(
  'after any answer the rows from `next` on wait, numbered without a gap in the order of saving',
  { timeout: 20_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const db = openTab(new IDBFactory());
        await save(db, 1);
        for (const { saves, answer: given } of steps) {
          await save(db, saves);
          const waiting = (await readOwnRows(db)).filter(({ state }) => state === 'pending');
          const results = waiting.slice(0, given.taken).map((row) => receiptOf(row, given.isTaken));
          const before = await readOwnRows(db);
          await storeAnswer(db, { deviceId, epoch: 'first', results, next: given.next });
          const answered = new Set(results.map(({ id }) => id));
          let n = given.next;
          const expected = before.map((row) => {
            if (row.n >= given.next) return { id: row.id, n: n++, state: 'pending' };
            if (!answered.has(row.id)) return { id: row.id, n: row.n, state: row.state };
            return { id: row.id, n: row.n, state: given.isTaken ? 'received' : 'quarantined' };
          });
          expect(
            (await readOwnRows(db)).map(({ id, n: number, state }) => ({ id, n: number, state })),
          ).toEqual(expected);
          expect(await readNextNumber(db)).toBe(n);
        }
        db.close();
      }),
      { numRuns: 60 },
    );
  },
);

test('a receipt under another number than the row has by now still finds its record', async () => {
  const db = openTab();
  await save(db, 3);
  const [first, , third] = await readOwnRows(db);
  if (first === undefined || third === undefined) throw new Error('three rows');
  const results = [receiptOf({ ...third, n: 1 }, true), receiptOf({ ...first, n: 900 }, true)];
  await storeAnswer(db, { deviceId, epoch: 'first', results, next: 4 });
  expect((await readOwnRows(db)).map(({ state }) => state)).toEqual(['received', 'pending', 'received']);
});
