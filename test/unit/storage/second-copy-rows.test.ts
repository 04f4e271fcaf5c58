import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { SecondCopyDatabase } from '../../../src/storage/second-copy-database.ts';
import { copyOver, keepRecords, letGo, readKept } from '../../../src/storage/second-copy-rows.ts';
import { councilId, makeRecord, personId, request } from './records.ts';
import { TwoPlaces, whatIsKept } from './two-places.ts';

const owner = `${councilId}/${personId}`;

test('a record that was kept twice, as after an answer that was not heard, is one record', async () => {
  const start = new TwoPlaces().start();
  const [first, second] = [makeRecord(), makeRecord()];
  await keepRecords(start.copy, owner, request([first]));
  await keepRecords(start.copy, owner, request([first]));
  expect((await readKept(start.copy, owner))?.records.map(({ event }) => event.id)).toEqual([first.event.id]);
  // As many rows as there are records, and not the same.
  const records = [first, second].map((made) => ({ ...made, queuedAt: 1 }));
  await copyOver(start.copy, owner, { records, drafts: [] });
  expect((await whatIsKept(start)).waiting).toEqual([first.event.id, second.event.id]);
});

test('what the council has is let go of, wherever it stands among what it has not', async () => {
  const copy = new SecondCopyDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const made = Array.from({ length: 1201 }, () => makeRecord());
  await keepRecords(copy, owner, request(made));
  const ids = made.map(({ event }) => event.id);
  const gone = [1, 499, 500, 1200].flatMap((at) => ids[at] ?? []);
  await letGo(copy, [...gone, 'never here']);
  const left = await readKept(copy, owner);
  expect(left?.records.map(({ event }) => event.id)).toEqual(ids.filter((id) => !gone.includes(id)));
});
