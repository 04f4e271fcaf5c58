import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { openMemoryDatabase } from '../../../src/server/db/open-database.ts';
import { aboutSqliteItself, conformanceSuite } from '../../support/conformance-suite.ts';

const suite = globSync([...conformanceSuite]).filter((file) => !(file in aboutSqliteItself));

it('holds every test of the server and of the sync, but those that are listed with a reason', () => {
  const all = globSync('test/unit/{server,sync}/**/*.test.{ts,tsx}');
  expect(suite.length).toBeGreaterThan(30);
  expect(all.filter((file) => !suite.includes(file)).toSorted()).toEqual(
    Object.keys(aboutSqliteItself).toSorted(),
  );
  expect(Object.keys(aboutSqliteItself).filter((file) => !existsSync(file))).toEqual([]);
});

it('skips no case on either engine', () => {
  const skips = /\.(skip|only|todo|fails|skipIf|runIf)\b|\bskip\(/;
  expect(suite.filter((file) => skips.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it('runs on PostgreSQL here, and a test that brings SQLite along fails', () => {
  expect(inject('postgresUrl')).toMatch(/^postgres:/);
  expect(() => openMemoryDatabase()).toThrow('about PostgreSQL');
});
