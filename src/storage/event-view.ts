import { eventToRow, type EventRow } from './event-rows.ts';
import type { LogBundle } from './log-bundle.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { RecordsDatabase } from './records-database.ts';

/**
 * Each record once: as the log has it, and what was said here and has not come back from there as the outbox
 * has it.
 */
export const toEventRows = (bundles: readonly LogBundle[], outbox: readonly OutboxRow[]): EventRow[] => {
  const logged = bundles.flatMap(({ rows }) => rows);
  const inLog = new Set(logged.map(({ id }) => id));
  const unlogged = outbox.flatMap(({ id, event, digest }) =>
    event === null || inLog.has(id) ? [] : [eventToRow(event, digest, event.personId, null)],
  );
  return [...logged, ...unlogged];
};

/** One record; null where it is not here, or not any more. */
export const readEventRow = async (db: RecordsDatabase, id: string): Promise<EventRow | null> => {
  const [bundles, outbox] = await Promise.all([
    db.log.where('ids').equals(id).toArray(),
    db.outbox.where('id').equals(id).toArray(),
  ]);
  return toEventRows(bundles, outbox).find((row) => row.id === id) ?? null;
};

/** Every record that is here. */
export const readEventRows = async (db: RecordsDatabase): Promise<EventRow[]> =>
  toEventRows(await db.log.toArray(), await db.outbox.toArray());
