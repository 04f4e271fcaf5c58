import type { Table } from 'dexie';

interface Identified {
  readonly id: string;
}

/**
 * Several records in one row. IndexedDB takes as long for a row as for a hundred records within one, so what
 * comes together is kept together.
 */
export interface Bundle<Record extends Identified> {
  readonly at: number;
  /** Of `rows`, for the index. */
  readonly ids: readonly string[];
  /** At least one. */
  readonly rows: readonly Record[];
}

type RecordOf<Row extends Bundle<Identified>> = Row['rows'][number];

/** The table gives a new bundle its number itself. */
export type BundleTable<Row> = Table<Row, number, Row | Omit<Row, 'at'>>;

/** From here on it is quicker to read what lies between the first and the last id than to ask for each. */
const many = 20;

/** The rows under these ids, in a table with an index over `id`, or over the several `ids` of each row. */
export const rowsWithIds = async <Row extends Identified | Bundle<Identified>, New>(
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

/** The records under these ids. */
export const readBundled = async <Row extends Bundle<Identified>>(
  table: BundleTable<Row>,
  ids: readonly string[],
): Promise<RecordOf<Row>[]> => {
  const asked = new Set(ids);
  const bundles = await rowsWithIds(table, 'ids', ids);
  return bundles.flatMap(({ rows }) => rows).filter(({ id }) => asked.has(id));
};

/** Puts each record in the place of the one with its id; answers those that have none. */
export const replaceBundled = async <Row extends Bundle<Identified>>(
  table: BundleTable<Row>,
  records: readonly RecordOf<Row>[],
): Promise<RecordOf<Row>[]> => {
  const coming = new Map(records.map((record) => [record.id, record]));
  const bundles = await rowsWithIds(table, 'ids', [...coming.keys()]);
  await table.bulkPut(
    bundles.map((old) => ({ ...old, rows: old.rows.map((row) => coming.get(row.id) ?? row) })),
  );
  const here = new Set(bundles.flatMap(({ ids }) => ids));
  return [...coming.values()].filter(({ id }) => !here.has(id));
};

/** Takes records away; answers those that were here. */
export const removeBundled = async <Row extends Bundle<Identified>>(
  table: BundleTable<Row>,
  ids: readonly string[],
): Promise<RecordOf<Row>[]> => {
  const gone = new Set(ids);
  const bundles = await rowsWithIds(table, 'ids', ids);
  const changed = bundles.map((old): Row => {
    const rows = old.rows.filter(({ id }) => !gone.has(id));
    return { ...old, ids: rows.map(({ id }) => id), rows };
  });
  await Promise.all([
    table.bulkPut(changed.filter(({ rows }) => rows.length > 0)),
    table.bulkDelete(changed.filter(({ rows }) => rows.length === 0).map(({ at }) => at)),
  ]);
  return bundles.flatMap(({ rows }) => rows).filter(({ id }) => gone.has(id));
};
