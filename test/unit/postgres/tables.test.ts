import { expect, it, onTestFinished } from 'vitest';
import { findRisks } from '../../../src/server/db/find-risks.ts';
import { migratePostgres, openPostgres } from '../../../src/server/db/open-postgres.ts';
import { postgresMigrations, postgresPreparation } from '../../../src/server/db/postgres-migrations.ts';
import { startPostgres } from '../../support/private-postgres.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { runOnPostgres } from '../../support/postgres-schema.ts';
import { newDatabaseUrl } from '../../support/test-database.ts';
import { openProcess } from './council-on-postgres.ts';

const empty = async (): Promise<string> => (await newDatabaseUrl()) ?? '';
const latest = postgresMigrations.length;

it('servers that meet an empty database at once make its tables once', async () => {
  const url = await empty();
  const [one] = await Promise.all([openProcess(url), openProcess(url), openProcess(url)]);
  expect(await rowsOf(one, 'select version from schema_version')).toEqual([{ version: latest }]);
  await runOnPostgres(url, 'select * from council');
});

it('an empty database is left empty by whoever only wants to look', async () => {
  const url = await empty();
  const fault = { ok: false, error: { kind: 'empty' } };
  expect(await openPostgres(url, 'existing')).toEqual(fault);
  expect(await migratePostgres(url)).toEqual(fault);
  await expect(runOnPostgres(url, 'select * from schema_version')).rejects.toThrow('does not exist');
});

it('an older database is brought to this version when that is asked for, and once', async () => {
  const url = await empty();
  await runOnPostgres(url, postgresPreparation);
  expect(await openPostgres(url)).toEqual({ ok: false, error: { kind: 'needs-migration', version: 0 } });
  const both = await Promise.all([migratePostgres(url), migratePostgres(url)]);
  for (const one of both) expect(one).toMatchObject({ ok: true, value: { to: latest } });
  expect(await migratePostgres(url)).toEqual({ ok: true, value: { from: latest, to: latest } });
  expect(await rowsOf(await openProcess(url), 'select seq from log')).toEqual([]);
});

it('a database of the version before erasures, and of the one after, gets what is missing', async () => {
  for (const version of [1, 2]) {
    const url = await empty();
    await runOnPostgres(url, [postgresPreparation, ...postgresMigrations.slice(0, version)].join('\n'));
    await runOnPostgres(url, `update schema_version set version = ${version}`);
    expect(await migratePostgres(url)).toEqual({ ok: true, value: { from: version, to: latest } });
    const db = await openProcess(url);
    expect(
      await rowsOf(
        db,
        "select indexname from pg_indexes where schemaname = current_schema() and indexname = 'readers_scope'",
      ),
    ).toHaveLength(1);
  }
});

it('a newer database is refused, and stays as it is', async () => {
  const url = await empty();
  await openProcess(url);
  await runOnPostgres(url, 'update schema_version set version = 99');
  const fault = { ok: false, error: { kind: 'newer', version: 99 } };
  expect(await openPostgres(url)).toEqual(fault);
  expect(await migratePostgres(url)).toEqual(fault);
});

it('a server whose disk is held to what it says has no risks to tell', async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const db = await openProcess(await postgres.newDatabase());
  expect(await db.read(findRisks)).toEqual([]);
  expect(await (await openProcess(await empty())).read(findRisks)).toEqual(['fsync', 'full_page_writes']);
}, 30_000);

it('a server that answers commits before they are durable is refused', async () => {
  const url = new URL(await empty());
  url.searchParams.set('options', '-c synchronous_commit=off');
  await expect(openPostgres(url.href.replaceAll('+', '%20'))).rejects.toThrow('synchronous_commit');
});
