import { DatabaseSync } from 'node:sqlite';

// Loaded before the server by the test of the test alone: the server opens its file with FULL and reads that
// back; from its first transaction on, this takes the promise away again. Nothing of it is in the product.

const opened = new WeakSet<DatabaseSync>();
// oxlint-disable-next-line typescript/unbound-method -- each is called with its handle below
const { exec, prepare } = DatabaseSync.prototype;

const weaken = (handle: DatabaseSync, sql: string): void => {
  if (opened.has(handle) || !/^\s*begin/i.test(sql)) return;
  opened.add(handle);
  exec.call(handle, 'pragma synchronous = normal');
};

DatabaseSync.prototype.exec = function (sql) {
  weaken(this, sql);
  return exec.call(this, sql);
};
DatabaseSync.prototype.prepare = function (sql, ...rest) {
  weaken(this, sql);
  return prepare.call(this, sql, ...rest);
};
