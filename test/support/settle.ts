import type { Receipt } from '../../src/domain/receipt.ts';
import { removeBundled } from '../../src/storage/bundles.ts';
import type { OutboxRow, OutboxState, SentRow } from '../../src/storage/outbox-row.ts';
import { readOwnRows } from '../../src/storage/outbox.ts';
import type { RecordsDatabase } from '../../src/storage/records-database.ts';
import { bundleSent } from '../../src/storage/sent-bundle.ts';

/** Puts one own record into a state, as an answer or a restore does. */
export const settle = async (
  db: RecordsDatabase,
  id: string,
  state: OutboxState,
  receipt: Receipt | null = null,
): Promise<void> => {
  await db.transaction('rw', db.outbox, db.sent, async () => {
    const row = (await readOwnRows(db)).find((one) => one.id === id);
    if (row === undefined) throw new Error(`nothing was said under ${id}`);
    await Promise.all([db.outbox.delete(row.place), removeBundled(db.sent, [id])]);
    if (state !== 'pending') {
      const sent: SentRow = { ...row, state, receipt };
      await db.sent.bulkAdd(bundleSent([sent]));
    } else if (row.event !== null) {
      const waiting: OutboxRow = { ...row, event: row.event, state, receipt };
      await db.outbox.add(waiting);
    }
  });
};
