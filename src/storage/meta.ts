import type { SyncMeta } from './meta-row.ts';
import type { RecordsDatabase } from './records-database.ts';

const fresh: SyncMeta = {
  deviceId: null,
  nextN: 1,
  epoch: null,
  cursor: '',
  etag: null,
  clockOffsetMs: null,
  lastContact: null,
};

export const readMeta = async (db: RecordsDatabase): Promise<SyncMeta> =>
  (await db.meta.get('sync')) ?? fresh;

/** Changes some of it. Inside a transaction that holds `meta`, it is one with the rest of that transaction. */
export const changeMeta = async (db: RecordsDatabase, change: Partial<SyncMeta>): Promise<void> => {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await readMeta(db)), ...change, key: 'sync' });
  });
};
