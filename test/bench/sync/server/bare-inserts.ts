import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { logColumns, readersColumns, type LogRow } from './log-rows.ts';

/** Puts rows that are ready into the product's tables, durable when it answers, and does nothing else. */
export interface Bare {
  readonly insert: (rows: readonly LogRow[]) => Promise<void>;
  /** Between two rounds: the engine looks at how its tables have grown, where it plans by that. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** By prepared statements, in one transaction, WAL and FULL. */
export const bareSqlite = (file: string, deviceId: string): Bare => {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  db.exec('pragma synchronous = full');
  const addRow = db.prepare(`insert into log (${logColumns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addReader = db.prepare(`insert into readers (${readersColumns}) values (?, ?, ?)`);
  const moveHead = db.prepare('update council set seq = ?, chain = ?');
  const moveCount = db.prepare('update devices set last_n = ? where id = ?');
  return {
    insert: async (rows) => {
      db.exec('begin immediate');
      for (const { log, readers } of rows) {
        addRow.run(...log);
        for (const reader of readers) addReader.run(...reader);
      }
      const { seq, chain, n } = lastOf(rows);
      moveHead.run(seq, chain);
      moveCount.run(n, deviceId);
      db.exec('commit');
    },
    settle: async () => undefined,
    close: async () => db.close(),
  };
};

/** One statement a table, its columns as lists, prepared once; one transaction, synchronous_commit on. */
export const barePostgres = async (url: string, deviceId: string): Promise<Bare> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const types = 'text int8 text text int8 text text text text text float8 text text'.split(' ');
  const insertRows = (name: string, table: string, columns: string, types: readonly string[]) => {
    const lists = types.map((type, index) => `$${index + 1}::${type}[]`).join(', ');
    const text = `insert into ${table} (${columns}) select * from unnest(${lists})`;
    return (rows: readonly (readonly unknown[])[]) =>
      client.query({ name, text, values: types.map((_, column) => rows.map((row) => row[column])) });
  };
  const addRows = insertRows('rows', 'log', logColumns, types);
  const addReaders = insertRows('readers', 'readers', readersColumns, ['text', 'int8', 'text']);
  return {
    insert: async (rows) => {
      await client.query('begin');
      await addRows(rows.map(({ log }) => log));
      await addReaders(rows.flatMap(({ readers }) => readers));
      const { seq, chain, n } = lastOf(rows);
      await client.query({
        name: 'head',
        text: 'update council set seq = $1, chain = $2',
        values: [seq, chain],
      });
      await client.query({
        name: 'count',
        text: 'update devices set last_n = $1 where id = $2',
        values: [n, deviceId],
      });
      await client.query('commit');
    },
    // Or the foreign keys of the readers are looked up through the whole log.
    settle: async () => void (await client.query('analyze log, readers')),
    close: () => client.end(),
  };
};

const lastOf = (rows: readonly LogRow[]): LogRow => {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('there is nothing to insert');
  return last;
};
