import { sql, type Work } from './work.ts';

/**
 * PostgreSQL's settings under which a power cut may undo what it said was on the disk, by name. They are the
 * whole server's and may have their reasons; `synchronous_commit`, which is a connection's own, is refused when opening.
 */
export function* findRisks(): Work<readonly string[]> {
  const rows = yield* sql<{ name: string }>(
    "select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name",
  );
  return rows.map(({ name }) => name);
}
