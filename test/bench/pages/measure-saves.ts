import { Dexie, type EntityTable } from 'dexie';
import { v7 } from 'uuid';
import { openSecondCopy } from '../../../src/browser/second-bucket.ts';
import { eventToRow, type EventRow } from '../../../src/storage/event-rows.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import type { Made } from '../../../src/storage/save-events.ts';
import { saveTwice } from '../../../src/storage/save-twice.ts';
import { makeRecords } from './make-records.ts';

/** Milliseconds of each save. */
export interface Saves {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

// The first writes of a new database also make its files.
const unmeasured = 20;

/**
 * Saves records one after the other: through `saveTwice` with its second copy, and as the same row into a Dexie database with
 * one table and no index, in turn and with the turn changing. Both are strict and end when the transaction is complete.
 */
export const measureSaves = async (count: number, isOursFirst: boolean): Promise<Saves> => {
  const [councilId, personId, deviceId, meetingId] = [v7(), v7(), v7(), v7()];
  const records = openRecordsDatabase(councilId, personId);
  const second = openSecondCopy();
  const bare = new Dexie('bare', { chromeTransactionDurability: 'strict' }) as Dexie & {
    readonly events: EntityTable<EventRow, 'id'>;
  };
  bare.version(1).stores({ events: 'id' });

  const saveOurs = async (made: Made): Promise<void> => {
    const request = {
      deviceId,
      made: [made],
      draft: { key: 'declaration/draft', isKept: false },
      queuedAt: Date.now(),
    };
    const saved = await saveTwice(records, second, request);
    if (!saved.ok) throw new Error(`a save ended with ${saved.error.kind}`);
  };
  const saveBare = async ({ event, digest }: Made): Promise<void> => {
    const row = eventToRow(event, digest, personId, null);
    await bare.transaction('rw', bare.events, () => bare.events.add(row));
  };

  const all = count + unmeasured;
  const made = await makeRecords({ councilId, personId, meetingId }, all);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [index, one] of made.entries()) {
    const turns = [
      async () => ours.push(await time(() => saveOurs(one))),
      async () => theirs.push(await time(() => saveBare(one))),
    ];
    if ((index % 2 === 0) !== isOursFirst) turns.reverse();
    for (const turn of turns) await turn();
  }
  await demandCount('outbox rows', records.outbox.count(), all);
  await demandCount('bare rows', bare.events.count(), all);
  return { ours: ours.slice(unmeasured), bare: theirs.slice(unmeasured) };
};

const time = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const demandCount = async (what: string, counted: Promise<number>, expected: number): Promise<void> => {
  const count = await counted;
  if (count !== expected) throw new Error(`${count} ${what} were saved, not ${expected}`);
};
