import { randomUUID } from 'node:crypto';
import type { LogTable } from '../../../src/server/db/schema.ts';
import { insertRows, sql } from '../../../src/server/db/work.ts';
import type { CouncilOfFour } from './council-of-four.ts';

/**
 * Makes the log longer by so many rows, each like its last one but with another id, read by these scopes. For
 * tests of reading: their digests are not true. Answers the ids.
 */
export const lengthenLog = async (
  { db }: CouncilOfFour,
  count: number,
  scopes: readonly string[],
): Promise<readonly string[]> =>
  db.write(function* () {
    const [last] = yield* sql<LogTable>('select * from log order by seq desc limit 1');
    if (last === undefined) throw new Error('there is no row to be like');
    const rows = Array.from({ length: count }, (_, index): LogTable => {
      const id = randomUUID();
      const event = last.event.replace(last.id, id);
      return { ...last, id, event, seq: last.seq + index + 1, n: last.n + index + 1 };
    });
    yield* insertRows('log', rows);
    yield* insertRows(
      'readers',
      rows.flatMap(({ council_id, seq }) => scopes.map((scope) => ({ council_id, seq, scope }))),
    );
    yield* sql('update council set seq = ?', last.seq + count);
    return rows.map(({ id }) => id);
  });
