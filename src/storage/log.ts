import type { Table } from 'dexie';
import type { EventRow } from './event-rows.ts';
import { bundle, rebundle, type LogBundle } from './log-bundle.ts';
import type { RecordsDatabase } from './records-database.ts';

/** From here on it is quicker to read what lies between the first and the last id than to ask for each. */
const many = 20;

type WithIds = { readonly id: string } | { readonly ids: readonly string[] };

/** The rows under these ids, in a table with an index of one or several ids for each row. */
export const rowsWithIds = async <Row extends WithIds, New>(
  table: Table<Row, number, New>,
  index: 'id' | 'ids',
  ids: readonly string[],
): Promise<Row[]> => {
  const sorted = ids.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const asking = table.where(index);
  if (ids.length < many) return asking.anyOf(sorted).distinct().toArray();
  // Ids of records rise with time, so those of a page lie close together.
  const keys = await asking.between(first, last, true, true).primaryKeys();
  if (keys.length === 0) return [];
  const asked = new Set(ids);
  const near = await table.bulkGet([...new Set(keys)]);
  return near
    .filter((row) => row !== undefined)
    .filter((row) => ('ids' in row ? row.ids.some((id) => asked.has(id)) : asked.has(row.id)));
};

/** Rows of the log that are here, by id. */
export const readLogRows = async (
  db: RecordsDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EventRow>> => {
  const asked = new Set(ids);
  const bundles = await rowsWithIds(db.log, 'ids', ids);
  return new Map(
    bundles
      .flatMap(({ rows }) => rows)
      .filter(({ id }) => asked.has(id))
      .map((row) => [row.id, row]),
  );
};

/** Keeps rows: each in the place of the one with its id, where there is one. */
export const putLogRows = async (db: RecordsDatabase, rows: readonly EventRow[]): Promise<void> => {
  const coming = new Map(rows.map((row) => [row.id, row]));
  const bundles = await rowsWithIds(db.log, 'ids', [...coming.keys()]);
  const here = new Set(bundles.flatMap(({ ids }) => ids));
  const changed = bundles.map((old): LogBundle => ({
    ...old,
    rows: old.rows.map((row) => coming.get(row.id) ?? row),
  }));
  await Promise.all([
    db.log.bulkPut(changed),
    db.log.bulkAdd(bundle([...coming.values()].filter(({ id }) => !here.has(id)))),
  ]);
};

/** Takes rows away; answers those that were here. */
export const removeLogRows = async (db: RecordsDatabase, ids: readonly string[]): Promise<EventRow[]> => {
  const gone = new Set(ids);
  const bundles = await rowsWithIds(db.log, 'ids', ids);
  const changed = bundles.map((old) => ({
    at: old.at,
    left: rebundle(
      old,
      old.rows.filter(({ id }) => !gone.has(id)),
    ),
  }));
  await Promise.all([
    db.log.bulkPut(changed.flatMap(({ left }) => (left === null ? [] : [left]))),
    db.log.bulkDelete(changed.filter(({ left }) => left === null).map(({ at }) => at)),
  ]);
  return bundles.flatMap(({ rows }) => rows).filter(({ id }) => gone.has(id));
};
