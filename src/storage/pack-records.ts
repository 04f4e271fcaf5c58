import type { Transaction } from 'dexie';
import type { BundleTable } from './bundles.ts';
import type { EventRow } from './event-rows.ts';
import { bundleLog, type LogBundle } from './log-bundle.ts';
import type { OutboxRow, Progress, SentRow } from './outbox-row.ts';
import { bundleSent, type SentBundle } from './sent-bundle.ts';

const atATime = 500;

/**
 * From version 1 of the database, which had a row of `events` for each record and a row of `outbox` for each
 * own one, to version 2: what waits lies whole in the outbox, what was answered and the log in bundles. Runs
 * within the upgrade, so it happens wholly or not at all.
 */
export const packRecords = async (transaction: Transaction): Promise<void> => {
  const events = await transaction.table<EventRow, string>('events').toArray();
  const outbox = transaction.table<Progress | OutboxRow, number>('outbox');
  const queued = await outbox.toArray();
  const byId = new Map(events.map((row) => [row.id, row]));
  const waiting: OutboxRow[] = [];
  const sent: SentRow[] = [];
  for (const row of queued) {
    const { event = null, digest = '', meetingId = '' } = byId.get(row.id) ?? {};
    const { state } = row;
    if (state !== 'pending') sent.push({ ...row, state, event, digest, meetingId });
    else if (event !== null) waiting.push({ ...row, state, event, digest, meetingId });
  }
  await outbox.clear();
  await outbox.bulkAdd(waiting);
  const isQueued = new Set(queued.map(({ id }) => id));
  const logged = events
    .filter(({ id, seq }) => seq !== null || !isQueued.has(id))
    .toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
  await addInParts(transaction.table('sent') as BundleTable<SentBundle>, sent, bundleSent);
  await addInParts(transaction.table('log') as BundleTable<LogBundle>, logged, bundleLog);
};

const addInParts = async <Record, Row>(
  table: BundleTable<Row>,
  records: readonly Record[],
  bundle: (part: readonly Record[]) => Omit<Row, 'at'>[],
): Promise<void> => {
  for (let at = 0; at < records.length; at += atATime) {
    await table.bulkAdd(bundle(records.slice(at, at + atATime)));
  }
};
