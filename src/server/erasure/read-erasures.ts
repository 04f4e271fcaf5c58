import { sql, type Work } from '../db/work.ts';

export interface Erased {
  /** The records whose words a tablet must give up. */
  readonly ids: readonly string[];
  /** How many erasures have been told of now. */
  readonly upTo: number;
  readonly more: boolean;
}

/**
 * The erasures after the first `after`. All of them go to everybody: a tablet may hold what its person may
 * not read any more, or what this log has not (it was restored from a backup); an id alone says nothing.
 */
export function* readErasures(councilId: string, after: number, limit: number): Work<Erased> {
  const rows = yield* sql<{ ordinal: number; id: string }>(
    'select ordinal, id from erasures where council_id = ? and ordinal > ? order by ordinal limit ?',
    councilId,
    after,
    limit,
  );
  return { ids: rows.map(({ id }) => id), upTo: rows.at(-1)?.ordinal ?? after, more: rows.length === limit };
}
