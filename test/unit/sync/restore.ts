import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { openTestCopy, openTestDatabase } from '../../support/test-database.ts';
import type { Tab } from './tablet.ts';

/** A server's database that can be put back to what it was. */
export interface RestorableDatabase {
  readonly db: CouncilDatabase;
  /**
   * Remembers the state of now; the answer restores it, under a new epoch, as `order-paper restore` does,
   * or under the same one, as somebody does who copies the file back by hand.
   */
  readonly backUp: () => Promise<(epoch?: 'new' | 'same') => Promise<void>>;
  readonly remove: () => Promise<void>;
}

export const createRestorableDatabase = async (): Promise<RestorableDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'order-paper-'));
  let current = await openTestDatabase();
  return {
    db: new Proxy(current, { get: (_, key) => Reflect.get(current, key) as unknown }),
    backUp: async () => {
      const file = join(folder, `${randomUUID()}.sqlite`);
      await current.copyTo(file);
      return async (epoch = 'new') => {
        const lost = current;
        current = await openTestCopy(file);
        await lost.close();
        if (epoch === 'new') await rowsOf(current, 'update council set epoch = ?', randomUUID());
      };
    },
    remove: async () => {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** Remembers everything that a person has on a tablet; the answer puts the tablet back to it. */
export const backUpTablet = async ({ records }: Tab): Promise<() => Promise<void>> => {
  const kept = await Promise.all(
    records.tables.map(async (table) => ({ table, rows: (await table.toArray()) as unknown[] })),
  );
  return async () => {
    for (const { table, rows } of kept) {
      await table.clear();
      await table.bulkPut(rows);
    }
  };
};
