import { Dexie, RangeSet, type Table } from 'dexie';
import type { RecordsDatabase } from './records-database.ts';
import type { StoreOf } from './write-direct.ts';

/**
 * Writes past Dexie, and keeps what its live queries have to hear: ranges of keys by table and index, as Dexie's own
 * writes leave them (https://dexie.org/docs/Dexie/Dexie.on.storagemutated).
 */
export class Changes {
  readonly #database: string;
  readonly #parts: Record<string, RangeSet> = {};

  constructor({ name }: RecordsDatabase) {
    this.#database = name;
  }

  /** A new row, in a table whose indexes are of one text each. */
  add(store: StoreOf, table: Table, row: object): void {
    const request = store(table).add(row);
    request.addEventListener('success', () => this.#note(table, '', request.result as number));
    for (const { name } of table.schema.indexes) {
      this.#note(table, name, Dexie.getByKeyPath(row, name) as string);
    }
  }

  /** In a table without indexes. */
  put(store: StoreOf, table: Table, row: object, key: string): void {
    store(table).put(row);
    this.#note(table, '', key);
  }

  /** From a table without indexes. */
  remove(store: StoreOf, table: Table, key: string): void {
    store(table).delete(key);
    this.#note(table, '', key);
    this.#note(table, ':dels', key);
  }

  /** Once it is on the disk: the live queries of this tab and of all others ask again where it concerns them. */
  tell(): void {
    Dexie.on.storagemutated.fire(this.#parts);
  }

  #note(table: Table, index: string, key: string | number): void {
    const part = `idb://${this.#database}/${table.name}/${index}`;
    (this.#parts[part] ??= new RangeSet()).addKey(key);
  }
}
