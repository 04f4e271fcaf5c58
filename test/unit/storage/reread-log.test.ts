import { expect, test } from 'vitest';
import { readEventRow, readEventRows } from '../../../src/storage/event-view.ts';
import { applyPull } from '../../../src/storage/apply-pull.ts';
import { changeEpoch } from '../../../src/storage/outbox.ts';
import { saveEvents } from '../../../src/storage/save-events.ts';
import type { RecordsDatabase } from '../../../src/storage/records-database.ts';
import { deviceId, makeRecord, openTab, request } from './records.ts';

const other = '00000000-0000-4000-8000-00000000000b';
const author = { personId: other, name: 'Olive Other', role: null };

const arrived = (id: string, seq: number, personId = other) => {
  const { event, digest } = makeRecord(id);
  const said = { ...event, personId };
  return {
    kind: 'event',
    event: said,
    digest,
    seq,
    receivedAt: 'then',
    chain: `chain ${seq}`,
    author,
  } as const;
};

const idsOf = async (db: RecordsDatabase): Promise<readonly string[]> =>
  (await readEventRows(db)).map(({ id }) => id).toSorted();

const page = (
  db: RecordsDatabase,
  epoch: string,
  sentCursor: string,
  more: boolean,
  seqs: readonly number[],
) =>
  applyPull(db, {
    sentCursor,
    response: { epoch, cursor: `${epoch} ${seqs.at(-1)}`, purges: [], more },
    etag: null,
    items: seqs.map((seq) => arrived(`row ${seq}`, seq)),
  });

test('what a restored server does not bring again leaves the tablet, once its whole log was read', async () => {
  const db = openTab();
  await page(db, 'first', '', false, [1, 2, 3]);
  await saveEvents(db, request([makeRecord('own')]));
  await changeEpoch(db, { deviceId, epoch: 'second', next: 1 });
  expect(await idsOf(db)).toEqual(['own', 'row 1', 'row 2', 'row 3']);

  await page(db, 'second', '', true, [1]);
  expect(await idsOf(db)).toEqual(['own', 'row 1', 'row 2', 'row 3']);
  await page(db, 'second', 'second 1', false, [2]);
  expect(await idsOf(db)).toEqual(['own', 'row 1', 'row 2']);

  // From then on nothing is looked for.
  await page(db, 'second', 'second 2', false, [4]);
  expect(await idsOf(db)).toEqual(['own', 'row 1', 'row 2', 'row 4']);
});

test('the person’s own words stay, and have no number until the log says one again', async () => {
  const db = openTab();
  await saveEvents(db, request([makeRecord('here')]));
  const items = [arrived('here', 1, db.personId), arrived('elsewhere', 2, db.personId)];
  const response = { epoch: 'first', cursor: 'first 2', purges: [] };
  await applyPull(db, { sentCursor: '', response, etag: null, items });
  await changeEpoch(db, { deviceId, epoch: 'second', next: 1 });
  expect(await readEventRow(db, 'here')).toMatchObject({
    seq: null,
    receivedAt: null,
    chain: null,
    author: null,
  });
  await page(db, 'second', '', false, []);
  expect(await idsOf(db)).toEqual(['elsewhere', 'here']);
});
