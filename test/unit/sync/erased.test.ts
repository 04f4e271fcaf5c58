import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEventRow } from '../../../src/storage/event-view.ts';
import { eraseRecords } from '../../../src/server/erasure/erase-records.ts';
import { verifyFolder } from '../../../src/server/folder/verify-folder.ts';
import { apology, reason } from '../server/said.ts';
import { createRestorableDatabase, type RestorableDatabase } from './restore.ts';
import { createTablet, createWorld, outboxOf, type Tab, type World } from './tablet.ts';

let restorable: RestorableDatabase;
let world: World;
beforeEach(async () => {
  restorable = await createRestorableDatabase();
  world = await createWorld({ db: restorable.db });
});
afterEach(() => restorable.remove());

const openTab = async (who: 'member' | 'clerk' | 'chair'): Promise<Tab> => {
  const tablet = createTablet(world, who);
  await tablet.enrol();
  return tablet.openTab();
};
const erase = (id: string | undefined): Promise<void> =>
  restorable.db.write(() =>
    eraseRecords(world.council.councilId, [
      { id: id ?? '', at: '2026-01-06T09:00:00.000Z', because: 'asked' },
    ]),
  );
/** Everything that a tablet keeps, as text. */
const keptBy = async ({ records }: Tab): Promise<string> =>
  JSON.stringify(await Promise.all(records.tables.map((table) => table.toArray() as Promise<unknown[]>)));

test('an erased record leaves every tablet that had it, and its author keeps the receipt', async () => {
  const [author, second, clerk] = [await openTab('member'), await openTab('member'), await openTab('clerk')];
  const ids = [
    ...(await author.say(apology(world.council))),
    ...(await author.say(reason(world.council, 'a hospital visit'))),
  ];
  for (const tab of [author, second, clerk, author]) await tab.sync();
  for (const tab of [author, second, clerk]) expect(await keptBy(tab)).toContain('hospital');
  const receipts = (await outboxOf(author)).map(({ receipt }) => receipt);

  await erase(ids[1]);
  for (const tab of [author, second, clerk]) {
    expect(await tab.sync()).toEqual({ kind: 'done' });
    expect(await keptBy(tab)).not.toContain('hospital');
    expect(await readEventRow(tab.records, ids[0] ?? '')).not.toBeNull();
  }
  expect((await outboxOf(author)).map(({ state, receipt }) => [state, receipt])).toEqual(
    receipts.map((receipt) => ['received', receipt]),
  );
  await author.say(apology(world.council));
  expect(await author.sync()).toEqual({ kind: 'done' });
});

test('a restored server takes an erased record back without its words, from a tablet that had not heard', async () => {
  const [author, clerk] = [await openTab('member'), await openTab('clerk')];
  await author.say(apology(world.council));
  await author.sync();
  const restore = await restorable.backUp();
  const [told] = await author.say(reason(world.council, 'a hospital visit'));
  const [after] = await author.say(apology(world.council));
  await author.sync();
  await clerk.sync();
  await erase(told);
  await restore();
  // As `restore` does with the ledger.
  await erase(told);

  for (const tab of [author, clerk, author]) expect(await tab.sync()).toEqual({ kind: 'done' });
  const { db, blobs } = world.council;
  expect(await verifyFolder({ db, blobs })).toMatchObject({ sound: true, records: 4, erased: 1 });
  for (const tab of [author, clerk]) {
    expect(await keptBy(tab)).not.toContain('hospital');
    expect(await readEventRow(tab.records, after ?? '')).toMatchObject({ seq: 4 });
  }
  expect((await outboxOf(author)).map(({ state }) => state)).toEqual(['received', 'received', 'received']);
});

test('a restored server never sees an erased record again from a tablet that had heard', async () => {
  const author = await openTab('member');
  const restore = await restorable.backUp();
  const [told] = await author.say(reason(world.council, 'a hospital visit'));
  const [after] = await author.say(apology(world.council));
  await author.sync();
  await erase(told);
  await author.sync();
  await restore();
  await erase(told);
  expect(await author.sync()).toEqual({ kind: 'done' });
  const { db, blobs } = world.council;
  expect(await verifyFolder({ db, blobs })).toMatchObject({ sound: true, records: 2, erased: 0 });
  expect(await readEventRow(author.records, after ?? '')).toMatchObject({ seq: 2 });
});
