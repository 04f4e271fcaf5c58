import { expect, test } from 'vitest';
import { simulateCryptography } from '../../simulate/cryptography.ts';
import { createSqliteEngine, tables } from '../../simulate/engine.ts';
import { live, type Ground } from '../../simulate/history.ts';
import { lightenFetch } from '../../simulate/light-fetch.ts';
import { createSettle } from '../../simulate/settle.ts';
import { createMemoryDisk } from '../../simulate/memory-disk.ts';
import { openMemoryDatabase } from '../../../src/server/db/open-database.ts';
import { rowsOf } from '../../support/rows-of.ts';

simulateCryptography();

const ground: Ground = {
  engine: createSqliteEngine(),
  createDisk: createMemoryDisk,
  settle: createSettle(),
  theme: null,
  print: null,
};

test('one seed is one history: the same seed says the same, another one something else', async () => {
  const [first, again, other] = [await live(ground, 7), await live(ground, 7), await live(ground, 8)];
  expect(again).toEqual(first);
  expect(other.digest).not.toBe(first.digest);
});

test('a history is the same with the lighter classes of fetch', async () => {
  const seeds = [7, 8, 9];
  const liveAll = async (): Promise<unknown[]> => {
    const outcomes = [];
    for (const seed of seeds) outcomes.push(await live(ground, seed));
    return outcomes;
  };
  const usual = await liveAll();
  const putBack = lightenFetch();
  const light = await liveAll();
  putBack();
  expect(light).toEqual(usual);
});

test('whatever happens on the way, every saved record arrives once, in order, and nothing waits at rest', async () => {
  let events = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const outcome = await live(ground, seed);
    expect([seed, outcome.verdict.faults]).toEqual([seed, []]);
    events += outcome.events;
  }
  // Histories in which nobody says anything would prove nothing.
  expect(events).toBeGreaterThan(400);
}, 60_000);

test('a backup of the simulated server holds every table', async () => {
  const db = openMemoryDatabase();
  const rows = await rowsOf<{ name: string }>(db, "select name from sqlite_master where type = 'table'");
  expect([...tables].toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  await db.close();
});
