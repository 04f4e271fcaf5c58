import { sql, type Work } from '../db/work.ts';
import type { Erasure } from './ledger.ts';

/** What is known of a record that is to be erased. */
export type Erasable =
  | { readonly kind: 'there'; readonly id: string }
  | { readonly kind: 'erased' }
  | { readonly kind: 'absent' }
  /** A publication, a clerk's note, a freeze: nothing that a person said of themselves. */
  | { readonly kind: 'public' };

/** Looks a record up by its id or by its number in the log, as its receipt has it. */
export function* findErasable(councilId: string, name: string | number): Work<Erasable> {
  const id = typeof name === 'string' ? name : yield* idOf(councilId, name);
  if (id === null) return { kind: 'absent' };
  const [erased] = yield* sql('select 1 from erasures where council_id = ? and id = ?', councilId, id);
  if (erased !== undefined) return { kind: 'erased' };
  const [logged] = yield* sql<{ type: string }>(
    'select type from log where council_id = ? and id = ?',
    councilId,
    id,
  );
  if (logged !== undefined) return ofThePerson.test(logged.type) ? { kind: 'there', id } : { kind: 'public' };
  const [aside] = yield* sql('select 1 from set_aside where council_id = ? and id = ?', councilId, id);
  return aside === undefined ? { kind: 'absent' } : { kind: 'there', id };
}

function* idOf(councilId: string, seq: number): Work<string | null> {
  const [row] = yield* sql<{ id: string }>(
    'select id from log where council_id = ? and seq = ?',
    councilId,
    seq,
  );
  return row?.id ?? null;
}

const ofThePerson = /^(apology|interest|whip|item)\./;

/** The reasons for absence that arrived before a moment and still say something. */
export function* findOldReasons(councilId: string, before: string): Work<readonly string[]> {
  const rows = yield* sql<{ id: string }>(
    `select id from log where council_id = ? and type = 'apology.reason' and received_at < ? and event <> ''
     order by seq`,
    councilId,
    before,
  );
  return rows.map(({ id }) => id);
}

/**
 * Destroys body and salt of records together with all else they said, in the caller's transaction. Digest,
 * place in the log and receipt stay, so the chain verifies. An id that is not here is listed all the same:
 * should it come (back), it comes without its words. Doing it twice does nothing more.
 */
export function* eraseRecords(councilId: string, erasures: readonly Erasure[]): Work<void> {
  for (const { id, at, because } of erasures) {
    yield* sql(
      `insert into erasures (council_id, ordinal, id, erased_at, because)
       select ?1, coalesce(max(ordinal), 0) + 1, ?2, ?3, ?4 from erasures where council_id = ?1
       on conflict do nothing`,
      councilId,
      id,
      at,
      because,
    );
    yield* sql("update log set event = '' where council_id = ? and id = ? and event <> ''", councilId, id);
    yield* sql(
      "update set_aside set envelope = '' where council_id = ? and id = ? and envelope <> ''",
      councilId,
      id,
    );
  }
}

/** Every erasure that the database knows, in order. */
export function* listErasures(councilId: string): Work<readonly Erasure[]> {
  return yield* sql<Erasure>(
    'select id, erased_at as at, because from erasures where council_id = ? order by ordinal',
    councilId,
  );
}
