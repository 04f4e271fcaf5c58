import { beforeEach, describe, expect, it } from 'vitest';
import type { CouncilDatabase } from '../../../src/server/db/database.ts';
import { queryBuilder } from '../../../src/server/db/query-builder.ts';
import { run, sql, type Work } from '../../../src/server/db/work.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { openTestDatabase } from '../../support/test-database.ts';

let db: CouncilDatabase;

beforeEach(async () => {
  db = await openTestDatabase();
});

const addTry = (address: string): Work<number> =>
  run(queryBuilder.insertInto('tries').values({ council_id: 'c', at: 't', address }));
const tries = async (): Promise<readonly string[]> =>
  (await rowsOf<{ address: string }>(db, 'select address from tries order by address')).map(
    (row) => row.address,
  );

describe('a transaction', () => {
  it('keeps all of its work or none', async () => {
    expect(await db.write(() => addTry('kept'))).toBe(1);
    const failing = db.write(function* () {
      yield* addTry('lost');
      throw new Error('a fault in between');
    });
    await expect(failing).rejects.toThrow('a fault in between');
    expect(await tries()).toEqual(['kept']);
    await db.write(() => addTry('kept too'));
    expect(await tries()).toEqual(['kept', 'kept too']);
  });

  it('is never seen half done, however many there are at once', async () => {
    const seen: number[] = [];
    const look = db.read(function* () {
      const [before] = yield* sql<{ count: number }>('select count(*) as count from tries');
      const [after] = yield* sql<{ count: number }>('select count(*) as count from tries');
      seen.push(before?.count ?? -1, after?.count ?? -1);
    });
    const pair = (name: string) =>
      db.write(function* () {
        yield* addTry(`${name} one`);
        yield* addTry(`${name} two`);
      });
    await Promise.all([look, ...Array.from({ length: 20 }, (_, index) => pair(String(index)))]);
    expect(await tries()).toHaveLength(40);
    expect(seen[0]).toBe(seen[1]);
    expect((seen[0] ?? -1) % 2).toBe(0);
  });
});

describe('a parameter', () => {
  it('is given by place or by number, more than once too', async () => {
    const rows = await rowsOf(
      db,
      'select cast(?1 as text) as a, cast(?2 as text) as b, cast(?1 as text) as c',
      'x',
      'y',
    );
    expect(rows).toEqual([{ a: 'x', b: 'y', c: 'x' }]);
  });
});

describe('foreign keys', () => {
  it('hold: nobody is invited who is not known', async () => {
    const inviting = rowsOf(db, "insert into invites values ('c', 'hash', 'nobody', 't', 't', null)");
    await expect(inviting).rejects.toThrow(/foreign key/i);
  });
});
