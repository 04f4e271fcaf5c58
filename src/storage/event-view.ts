import { eventToRow, type EventRow } from './event-rows.ts';
import type { LogBundle } from './log-bundle.ts';
import type { OutboxRow, SentRow } from './outbox-row.ts';
import { readOwnRows } from './outbox.ts';
import type { RecordsDatabase } from './records-database.ts';

/**
 * Each record once: as the log has it, and what was said here and has not come back from there as it was
 * said.
 */
export const toEventRows = (
  bundles: readonly LogBundle[],
  own: readonly (OutboxRow | SentRow)[],
): EventRow[] => {
  const logged = bundles.flatMap(({ rows }) => rows);
  const inLog = new Set(logged.map(({ id }) => id));
  const unlogged = own.flatMap(({ id, event, digest }) =>
    event === null || inLog.has(id) ? [] : [eventToRow(event, digest, event.personId, null)],
  );
  return [...logged, ...unlogged];
};

/** Reads where a record is found even while it goes from one table to another. */
export const atOneMoment = <T>(db: RecordsDatabase, read: () => Promise<T>): Promise<T> =>
  db.transaction('r', [db.outbox, db.sent, db.log], read);

/** One record; null where it is not here, or not any more. */
export const readEventRow = (db: RecordsDatabase, id: string): Promise<EventRow | null> =>
  atOneMoment(db, async () => {
    const [bundles, sent, waiting] = await Promise.all([
      db.log.where('ids').equals(id).toArray(),
      db.sent.where('ids').equals(id).toArray(),
      db.outbox.where('id').equals(id).toArray(),
    ]);
    const own = [...sent.flatMap(({ rows }) => rows), ...waiting];
    return toEventRows(bundles, own).find((row) => row.id === id) ?? null;
  });

/** Every record that is here. */
export const readEventRows = (db: RecordsDatabase): Promise<EventRow[]> =>
  atOneMoment(db, async () => toEventRows(await db.log.toArray(), await readOwnRows(db)));
