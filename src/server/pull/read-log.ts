import type { Work } from '../db/work.ts';
import { readErasures } from '../erasure/read-erasures.ts';
import { scopesAt, scopesSince } from '../people.ts';
import type { Cursor } from './cursor.ts';
import { findIds, findRows, type LogRow } from './scoped-rows.ts';

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

/** Ids alone are short: so many are gone through for one page of what may not be read any longer. */
const hiddenAtOnce = 2000;

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
  if (cursor.perm !== reader.perm) return yield* readHidden(reader, begin(cursor, reader.perm));
  if (cursor.hide !== null) return yield* readHidden(reader, cursor);
  const { councilId, personId, perm } = reader;
  const now = yield* scopesAt(councilId, personId, perm);
  if (cursor.fill !== null) {
    const { old, back } = cursor.fill;
    const butNot = yield* scopesAt(councilId, personId, old);
    const range = { councilId, scopes: without(now, butNot), butNot, after: back, upTo: cursor.seq, limit };
    const { rows, lookedTo } = yield* findRows(range);
    const fill = lookedTo === null ? null : { old, back: lookedTo };
    return { rows, purges: [], cursor: { ...cursor, fill }, more: fill !== null || head > cursor.seq };
  }
  const range = { councilId, scopes: now, butNot: [], after: cursor.seq, upTo: head, limit };
  const { rows, lookedTo } = yield* findRows(range);
  const seq = lookedTo ?? head;
  return { rows, purges: [], cursor: { ...cursor, seq }, more: seq < head };
}

/**
 * A cursor of other grants. A second change while the first was being gone through: the device may have
 * rows of both, and everything is offered again; ids make it harmless.
 */
const begin = (cursor: Cursor, perm: number): Cursor => {
  const { fill, hide } = cursor;
  const from = Math.min(cursor.perm, fill?.old ?? cursor.perm, hide?.from ?? cursor.perm);
  const old = fill === null ? cursor.perm : 0;
  return { ...cursor, perm, hide: { from, at: 0 }, fill: { old, back: 0 } };
};

function* readHidden({ councilId, personId, perm }: Reader, cursor: Cursor): Work<Page> {
  const { from, at } = cursor.hide ?? { from: 0, at: 0 };
  const butNot = yield* scopesAt(councilId, personId, perm);
  const before = yield* scopesSince(councilId, personId, from, perm);
  const scopes = without(before, butNot);
  const range = { councilId, scopes, butNot, after: at, upTo: cursor.seq, limit: hiddenAtOnce };
  const { rows, lookedTo } = yield* findIds(range);
  const hide = lookedTo === null ? null : { from, at: lookedTo };
  return { rows: [], purges: rows, cursor: { ...cursor, hide }, more: true };
}

const without = (scopes: readonly string[], others: readonly string[]): readonly string[] =>
  scopes.filter((scope) => !others.includes(scope));
