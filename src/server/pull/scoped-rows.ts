import { sql, type Work } from '../db/work.ts';

/** Rows of the log in one stretch of it. */
export interface Range {
  readonly councilId: string;
  /** A row is looked at that shares one of these. */
  readonly scopes: readonly string[];
  /** And wanted when it shares none of these. */
  readonly butNot: readonly string[];
  /** Exclusive. */
  readonly after: number;
  /** Inclusive. */
  readonly upTo: number;
  /** How many rows are looked at. */
  readonly limit: number;
}

export interface Found<Row> {
  readonly rows: readonly Row[];
  /** The `seq` of the last row that was looked at, when there may be more behind it; else null. */
  readonly lookedTo: number | null;
}

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

/** The rows with their words, in the log's order; what was erased has none and is left out. */
export function* findRows(range: Range): Work<Found<LogRow>> {
  const found = yield* look<LogRow>(
    range,
    `log.seq, log.digest, log.chain, log.received_at, log.person_id, people.name, people.role,
     ${unless(range, 'log.event')} as event`,
    'cross join people',
    'and people.council_id = log.council_id and people.id = log.person_id',
  );
  return { ...found, rows: found.rows.filter(({ event }) => event !== '') };
}

/** The ids of the rows, of erased ones too. */
export function* findIds(range: Range): Work<Found<string>> {
  const found = yield* look<{ seq: number; id: string }>(range, `log.seq, ${unless(range, 'log.id')} as id`);
  return { ...found, rows: found.rows.flatMap(({ id }) => (id === '' ? [] : [id])) };
}

/**
 * Begins with the readers, of each scope the next few: a page costs what it looks at, however much of the log
 * somebody may not read. `cross join` keeps SQLite to this order; the limit stands in the text, or PostgreSQL
 * would plan for a tenth of the log.
 */
function* look<Row extends { readonly seq: number }>(
  { councilId, scopes, butNot, after, upTo, limit }: Range,
  columns: string,
  join = '',
  where = '',
): Work<Found<Row>> {
  if (scopes.length === 0) return { rows: [], lookedTo: null };
  const next = scopes.map(
    (_, index) => `select seq from (select seq from readers where council_id = ?1
      and scope = ?${index + 4} and seq > ?2 and seq <= ?3 order by seq limit ${limit}) as scope${index}`,
  );
  const rows = yield* sql<Row>(
    `select ${columns} from (${next.join(' union ')} order by seq limit ${limit}) as page
     cross join log ${join} where log.council_id = ?1 and log.seq = page.seq ${where} order by log.seq`,
    councilId,
    after,
    upTo,
    ...scopes,
    ...butNot,
  );
  return { rows, lookedTo: rows.length < limit ? null : (rows.at(-1)?.seq ?? null) };
}

// Nothing in place of the column where the row shares a scope that it should not: it was looked at all the same.
const unless = ({ scopes, butNot }: Range, column: string): string =>
  butNot.length === 0
    ? column
    : `case when exists (select 1 from readers where council_id = log.council_id and seq = log.seq
         and scope in (${numbered(butNot.length, scopes.length + 4)})) then '' else ${column} end`;

const numbered = (count: number, first: number): string =>
  Array.from({ length: count }, (_, index) => `?${first + index}`).join(', ');
