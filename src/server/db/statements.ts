import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export type Parameter = null | number | string | boolean;

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
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the tables are STRICT; one promise here instead of a cast at each query
    all: <Row>(text: string, parameters: readonly unknown[]): readonly Row[] =>
      prepare(text).all(...parameters.map(bindable)) as Row[],
    run: (text: string, parameters: readonly unknown[]): number =>
      Number(prepare(text).run(...parameters.map(bindable)).changes),
  };
};

// node:sqlite takes a plain object in first place for named parameters, so it is refused here.
const bindable = (value: unknown): SQLInputValue => {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`cannot bind ${Object.prototype.toString.call(value)}`);
};
