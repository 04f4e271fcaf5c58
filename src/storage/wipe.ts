import type { RecordsDatabase } from './records-database.ts';
import { writeTogether } from './reopen.ts';

/**
 * Takes everything of this person off the tablet: nothing readable stays. Answers false, and touches
 * nothing, while a record still waits to be sent, as one that another tab saved a moment ago.
 */
export const wipeRecords = async (db: RecordsDatabase): Promise<boolean> =>
  writeTogether(db, db.tables, async () => {
    if ((await db.outbox.count()) > 0) return false;
    await Promise.all(db.tables.map((table) => table.clear()));
    return true;
  });

/** How many records the council took over from this device after it was revoked. */
export const countHeld = async (db: RecordsDatabase, deviceId: string): Promise<number> => {
  const held = await db.sent.where('state').equals('held').toArray();
  return held.filter((bundle) => bundle.deviceId === deviceId).flatMap(({ rows }) => rows).length;
};
