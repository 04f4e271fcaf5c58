import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Answer, Statement } from './work.ts';

/** Prepared statements by their text. The texts are few: values always travel as parameters. */
export const createStatements = (handle: DatabaseSync) => {
  const statementsByText = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = statementsByText.get(text);
    if (known !== undefined) return known;
    const statement = handle.prepare(text);
    // Lists of values make texts of many lengths; forgetting all now and then bounds the memory.
    if (statementsByText.size >= 300) statementsByText.clear();
    statementsByText.set(text, statement);
    return statement;
  };
  return {
    answer: (asked: Statement): Answer => {
      if (asked.kind === 'insert') {
        const { table, columns, rows } = asked;
        const insert = prepare(
          `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        );
        for (const row of rows) insert.run(...row);
        return { rows: [], changes: rows.length };
      }
      const values = asked.parameters.map(bindable);
      if (asked.kind === 'rows') return { rows: prepare(asked.text).all(...values), changes: 0 };
      return { rows: [], changes: Number(prepare(asked.text).run(...values).changes) };
    },
  };
};

// node:sqlite takes a plain object in first place for named parameters, so it is refused here.
const bindable = (value: unknown): SQLInputValue => {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`cannot bind ${Object.prototype.toString.call(value)}`);
};
