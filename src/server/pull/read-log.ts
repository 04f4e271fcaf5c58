import type { CouncilDatabase } from '../db/database.ts';
import { scopesAt } from '../people.ts';
import type { Cursor } from './cursor.ts';

export interface LogRow {
  readonly seq: number;
  readonly digest: string;
  readonly chain: string;
  readonly received_at: string;
  readonly event: string;
  readonly person_id: string;
  readonly name: string;
  readonly role: string | null;
}

export interface Page {
  readonly rows: readonly LogRow[];
  /** Event ids that may no longer be read. */
  readonly purges: readonly string[];
  readonly cursor: Cursor;
  readonly more: boolean;
}

export interface Reader {
  readonly councilId: string;
  readonly personId: string;
  /** The person's permission version now. */
  readonly perm: number;
}

/** The next page after a cursor of the same epoch, all of it read from one state of the log. */
export const readLog = (
  db: CouncilDatabase,
  reader: Reader,
  cursor: Cursor,
  head: number,
  limit: number,
): Page => {
  const scopesOfVersion = (perm: number): string =>
    JSON.stringify(scopesAt(db, reader.councilId, reader.personId, perm));
  const now = scopesOfVersion(reader.perm);
  if (cursor.perm !== reader.perm) {
    // A second change while the first was being gone through: everything is offered again, ids make it harmless.
    const old = cursor.fill === null ? cursor.perm : 0;
    const before = [cursor.perm, ...(cursor.fill === null ? [] : [cursor.fill.old])].map(scopesOfVersion);
    const purges = before.flatMap((scopes) => hidden(db, reader, scopes, now, cursor.seq));
    const next = { ...cursor, perm: reader.perm, fill: { old, back: 0 } };
    return { rows: [], purges: [...new Set(purges)], cursor: next, more: true };
  }
  if (cursor.fill !== null) {
    const { old, back } = cursor.fill;
    const rows = visible(db, reader, now, scopesOfVersion(old), back, cursor.seq, limit);
    const full = rows.length === limit;
    const fill = full ? { old, back: rows.at(-1)?.seq ?? cursor.seq } : null;
    return { rows, purges: [], cursor: { ...cursor, fill }, more: full || head > cursor.seq };
  }
  const rows = visible(db, reader, now, '[]', cursor.seq, head, limit);
  const full = rows.length === limit;
  const seq = full ? (rows.at(-1)?.seq ?? head) : head;
  return { rows, purges: [], cursor: { ...cursor, seq }, more: full && seq < head };
};

// Rows in (after, upTo] that share a scope with `scopes` and none with `butNot`, both JSON lists.
const visible = (
  db: CouncilDatabase,
  { councilId }: Reader,
  scopes: string,
  butNot: string,
  after: number,
  upTo: number,
  limit: number,
): readonly LogRow[] =>
  db.sql<LogRow>(
    `select log.seq, log.digest, log.chain, log.received_at, log.event, log.person_id, people.name, people.role
     from log join people on people.council_id = log.council_id and people.id = log.person_id
     where log.council_id = ? and log.seq > ? and log.seq <= ?
       and exists (select 1 from readers where council_id = log.council_id and seq = log.seq
                   and scope in (select value from json_each(?)))
       and not exists (select 1 from readers where council_id = log.council_id and seq = log.seq
                       and scope in (select value from json_each(?)))
     order by log.seq limit ?`,
    councilId,
    after,
    upTo,
    scopes,
    butNot,
    limit,
  );

const hidden = (
  db: CouncilDatabase,
  { councilId }: Reader,
  before: string,
  now: string,
  upTo: number,
): readonly string[] =>
  db
    .sql<{ id: string }>(
      `select log.id from log
       where log.council_id = ? and log.seq <= ?
         and exists (select 1 from readers where council_id = log.council_id and seq = log.seq
                     and scope in (select value from json_each(?)))
         and not exists (select 1 from readers where council_id = log.council_id and seq = log.seq
                         and scope in (select value from json_each(?)))
       order by log.seq`,
      councilId,
      upTo,
      before,
      now,
    )
    .map((row) => row.id);
