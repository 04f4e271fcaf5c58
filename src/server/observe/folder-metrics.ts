import { stat } from 'node:fs/promises';
import { findCouncil } from '../council.ts';
import { sql } from '../db/work.ts';
import { databaseFile, type DataFolder } from '../folder/data-folder.ts';
import type { Registry } from 'prom-client';
import { addReading } from './reading.ts';

/** Adds what the data folder holds, looked up when somebody asks. Sums and counts only. */
export const watchFolder = (registry: Registry, { db, path }: Pick<DataFolder, 'db' | 'path'>): void => {
  addReading(
    registry,
    'gauge',
    'order_paper_log_head_seq',
    'Number of the last record in the log.',
    async () => {
      const council = await db.read(findCouncil);
      return council?.seq ?? null;
    },
  );
  addReading(registry, 'gauge', 'order_paper_set_aside_rows', 'Records kept outside the log.', () =>
    numberOf(db, 'select count(*) as value from set_aside'),
  );
  addReading(registry, 'gauge', 'order_paper_blobs', 'Papers, texts and manifests kept.', () =>
    numberOf(db, 'select count(*) as value from blobs'),
  );
  addReading(registry, 'gauge', 'order_paper_blob_bytes', 'Their size together.', () =>
    numberOf(db, 'select coalesce(sum(size), 0) as value from blobs'),
  );
  addReading(registry, 'gauge', 'order_paper_database_bytes', 'Size of the database.', async () => {
    const [file, ahead] = await Promise.all(['', '-wal'].map((end) => sizeOf(`${databaseFile(path)}${end}`)));
    if (file !== null && file !== undefined) return file + (ahead ?? 0);
    return numberOf(db, 'select pg_database_size(current_database()) as value');
  });
};

// PostgreSQL gives sums as text, since they may be too large for a number; ours are not.
const numberOf = async (db: DataFolder['db'], query: string): Promise<number | null> => {
  const [row] = await db.read(() => sql<{ value: number | string }>(query));
  return row === undefined ? null : Number(row.value);
};

const sizeOf = async (file: string): Promise<number | null> => {
  try {
    return (await stat(file)).size;
  } catch {
    return null;
  }
};
