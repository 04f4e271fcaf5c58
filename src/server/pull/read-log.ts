import { marks, sql, type Work } from '../db/work.ts';
import { readErasures } from '../erasure/read-erasures.ts';
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
  /** Event ids that may no longer be read, or that were erased. */
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
export function* readLog(reader: Reader, cursor: Cursor, head: number, limit: number): Work<Page> {
  const page = yield* readRows(reader, cursor, head, limit);
  const gone = yield* readErasures(reader.councilId, cursor.erased, limit);
  return {
    rows: page.rows,
    purges: [...new Set([...page.purges, ...gone.ids])],
    cursor: { ...page.cursor, erased: gone.upTo },
    more: page.more || gone.more,
  };
}

function* readRows(reader: Reader, cursor: Cursor, head: number, limit: number): Work<Page> {
  const scopesOfVersion = (perm: number): Work<readonly string[]> =>
    scopesAt(reader.councilId, reader.personId, perm);
  const now = yield* scopesOfVersion(reader.perm);
  if (cursor.perm !== reader.perm) {
    // A second change while the first was being gone through: everything is offered again, ids make it harmless.
    const old = cursor.fill === null ? cursor.perm : 0;
    const purges = new Set<string>();
    for (const perm of [cursor.perm, ...(cursor.fill === null ? [] : [cursor.fill.old])]) {
      const before = yield* scopesOfVersion(perm);
      for (const id of yield* hidden(reader, before, now, cursor.seq)) purges.add(id);
    }
    const next = { ...cursor, perm: reader.perm, fill: { old, back: 0 } };
    return { rows: [], purges: [...purges], cursor: next, more: true };
  }
  if (cursor.fill !== null) {
    const { old, back } = cursor.fill;
    const before = yield* scopesOfVersion(old);
    const rows = yield* visible(reader, {
      scopes: now,
      butNot: before,
      after: back,
      upTo: cursor.seq,
      limit,
    });
    const full = rows.length === limit;
    const fill = full ? { old, back: rows.at(-1)?.seq ?? cursor.seq } : null;
    return { rows, purges: [], cursor: { ...cursor, fill }, more: full || head > cursor.seq };
  }
  const rows = yield* visible(reader, { scopes: now, butNot: [], after: cursor.seq, upTo: head, limit });
  const full = rows.length === limit;
  const seq = full ? (rows.at(-1)?.seq ?? head) : head;
  return { rows, purges: [], cursor: { ...cursor, seq }, more: full && seq < head };
}

interface Range {
  /** A row is wanted that shares one of these. */
  readonly scopes: readonly string[];
  /** And none of these. */
  readonly butNot: readonly string[];
  /** Exclusive. */
  readonly after: number;
  /** Inclusive. */
  readonly upTo: number;
  readonly limit: number;
}

const visible = (
  { councilId }: Reader,
  { scopes, butNot, after, upTo, limit }: Range,
): Work<readonly LogRow[]> =>
  sql<LogRow>(
    `select log.seq, log.digest, log.chain, log.received_at, log.event, log.person_id, people.name, people.role
     from log join people on people.council_id = log.council_id and people.id = log.person_id
     where log.council_id = ? and log.seq > ? and log.seq <= ? and log.event <> ''
       and ${sharesScope(scopes)} and not ${sharesScope(butNot)}
     order by log.seq limit ?`,
    councilId,
    after,
    upTo,
    ...scopes,
    ...butNot,
    limit,
  );

function* hidden(
  { councilId }: Reader,
  before: readonly string[],
  now: readonly string[],
  upTo: number,
): Work<readonly string[]> {
  const rows = yield* sql<{ id: string }>(
    `select log.id from log
     where log.council_id = ? and log.seq <= ? and ${sharesScope(before)} and not ${sharesScope(now)}
     order by log.seq`,
    councilId,
    upTo,
    ...before,
    ...now,
  );
  return rows.map((row) => row.id);
}

const sharesScope = (scopes: readonly string[]): string =>
  `exists (select 1 from readers where council_id = log.council_id and seq = log.seq
           and scope in (${marks(scopes.length)}))`;
