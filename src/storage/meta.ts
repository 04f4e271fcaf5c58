import type { SyncMeta } from './meta-row.ts';
import type { RecordsDatabase } from './records-database.ts';

/** Of a tablet that has said and heard nothing yet. */
export const freshMeta: SyncMeta = {
  deviceId: null,
  nextN: 1,
  epoch: null,
  cursor: '',
  etag: null,
  clockOffsetMs: null,
  lastContact: null,
};

export const readMeta = async (db: RecordsDatabase): Promise<SyncMeta> =>
  (await db.meta.get('sync')) ?? freshMeta;

/** Changes some of it. Inside a transaction that holds `meta`, it is one with the rest of that transaction. */
export const changeMeta = async (db: RecordsDatabase, change: Partial<SyncMeta>): Promise<void> => {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await readMeta(db)), ...change, key: 'sync' });
  });
};

/** When the server last answered, and by how much the tablet's clock was ahead of its own then. */
export interface Contact {
  readonly lastContact: number;
  readonly clockOffsetMs?: number;
}

const second = 1000;

/**
 * Keeps a contact to within a few seconds. Answers come many in a row, and to write each of them down costs
 * a wait for the disk and wakes everybody who watches.
 */
export const noteContact = async (db: RecordsDatabase, contact: Contact): Promise<void> => {
  const { lastContact, clockOffsetMs } = await readMeta(db);
  const isKnown =
    isNear(lastContact, contact.lastContact, 5 * second) &&
    (contact.clockOffsetMs === undefined || isNear(clockOffsetMs, contact.clockOffsetMs, second));
  if (!isKnown) await changeMeta(db, contact);
};

const isNear = (one: number | null, other: number, most: number): boolean =>
  one !== null && Math.abs(other - one) < most;
