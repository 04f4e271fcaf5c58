import type { Compilable } from 'kysely';
import type { Schema } from './schema.ts';

/** What a statement's `?` may stand for. */
export type Parameter = null | number | string;

/** One SQL statement on its way to an engine. `?` in order or `?1` by number; the same text on every engine. */
export type Statement =
  | {
      readonly kind: 'rows' | 'change';
      readonly text: string;
      readonly parameters: readonly unknown[];
    }
  /** Many rows for one table: each engine has its own fastest way. */
  | {
      readonly kind: 'insert';
      readonly table: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Parameter[])[];
    };

/** What an engine gives back: the rows of a query, or how many rows a change touched. */
export interface Answer {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

/**
 * Work on a council's database: it hands out one statement after another and is given each answer.
 * It cannot wait for anything else, so a transaction never holds its lock longer than its statements
 * take. SQLite runs it at once, PostgreSQL waits for every answer; the work is the same.
 */
export type Work<T> = Generator<Statement, T, Answer>;

/** Rows of bare SQL. `Row` is the writer's promise: the tables' types are checked by the engine. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- said above
export function* sql<Row>(text: string, ...parameters: readonly Parameter[]): Work<readonly Row[]> {
  const answer = yield { kind: 'rows', text, parameters };
  return answer.rows as readonly Row[];
}

/** Rows of a query that Kysely built. */
export function* all<Row>(query: Compilable<Row>): Work<readonly Row[]> {
  const { sql: text, parameters } = query.compile();
  const answer = yield { kind: 'rows', text, parameters };
  return answer.rows as readonly Row[];
}

/** The first row, or null. */
export function* first<Row>(query: Compilable<Row>): Work<Row | null> {
  const rows = yield* all(query);
  return rows[0] ?? null;
}

/** Rows changed. */
export function* run(query: Compilable): Work<number> {
  const { sql: text, parameters } = query.compile();
  const answer = yield { kind: 'change', text, parameters };
  return answer.changes;
}

/** Adds rows to one table, typed by its columns. */
export function* insertRows<Table extends keyof Schema>(
  table: Table,
  rows: readonly Schema[Table][],
): Work<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => {
    const valueOf: Readonly<Record<string, Parameter>> = { ...row };
    return columns.map((column) => valueOf[column] ?? null);
  });
  yield { kind: 'insert', table, columns, rows: values };
}

/** `?, ?, ?` for a list of this length; for an empty one a list in which nothing is found. */
export const marks = (count: number): string => {
  const known = marksByCount.get(count);
  if (known !== undefined) return known;
  const made = count === 0 ? 'null' : Array(count).fill('?').join(', ');
  // Lists that are asked for often have few lengths; a long one is not worth its memory.
  if (count <= 1000) marksByCount.set(count, made);
  return made;
};

const marksByCount = new Map<number, string>();
