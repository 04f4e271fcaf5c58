import type { Transaction } from 'dexie';
import type { EventRow } from './event-rows.ts';
import { bundle, type LogBundle } from './log-bundle.ts';
import type { OutboxRow } from './outbox-row.ts';

/** An outbox row of version 1, whose record was in `events`. */
type OldOutboxRow = Omit<OutboxRow, 'event' | 'digest' | 'meetingId'>;

const atATime = 500;

/**
 * From version 1 of the database, which had a row of `events` for each record, to version 2: own records lie
 * whole in the outbox, the log in bundles. Runs within the upgrade, so it happens wholly or not at all.
 */
export const packLog = async (transaction: Transaction): Promise<void> => {
  const events = await transaction.table<EventRow, string>('events').toArray();
  const byId = new Map(events.map((row) => [row.id, row]));
  const outbox = transaction.table<OldOutboxRow | OutboxRow, number>('outbox');
  const queued = await outbox.toArray();
  await outbox.bulkPut(
    queued.map((row): OutboxRow => {
      const { event = null, digest = '', meetingId = '' } = byId.get(row.id) ?? {};
      return { ...row, event, digest, meetingId };
    }),
  );
  const isQueued = new Set(queued.map(({ id }) => id));
  const log = transaction.table<LogBundle, number>('log');
  const logged = events
    .filter(({ id, seq }) => seq !== null || !isQueued.has(id))
    .toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
  for (let at = 0; at < logged.length; at += atATime) {
    await log.bulkAdd(bundle(logged.slice(at, at + atATime)) as LogBundle[]);
  }
};
