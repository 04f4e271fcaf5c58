import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type PrivatePostgres } from '../../support/private-postgres.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

const ask = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const dataFolder = async (url: string): Promise<string> =>
  String((await ask(url, 'show data_directory'))[0]?.['data_directory']);

const answers = async (url: string): Promise<boolean> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

it('is durable, private and gives as many empty databases as are asked for', async () => {
  expect(await ask(postgres.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  const stranger = new URL(postgres.url);
  stranger.password = 'guessed';
  await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  const [first, second] = [await postgres.newDatabase(), await postgres.newDatabase()];
  await ask(first, 'create table only_here (a integer)');
  expect(await ask(second, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  const copy = await postgres.newDatabase(first);
  expect(await ask(copy, 'select * from only_here')).toEqual([]);
});

it('keeps what was committed when it is killed', async () => {
  const url = await postgres.newDatabase();
  await ask(url, 'create table kept (a integer); insert into kept values (7)');
  const open = new Client({ connectionString: url });
  open.on('error', () => {});
  await open.connect();
  await open.query('begin; insert into kept values (8)');
  await postgres.kill9();
  expect(await answers(url)).toBe(false);
  await postgres.restart();
  expect(await ask(url, 'select a from kept')).toEqual([{ a: 7 }]);
});

it('leaves no process and no file when it is stopped', async () => {
  const other = await startPostgres({ fsync: false });
  const folder = dirname(await dataFolder(other.url));
  expect(existsSync(folder)).toBe(true);
  await other.stop();
  expect(await answers(other.url)).toBe(false);
  expect(existsSync(folder)).toBe(false);
}, 20_000);

it.each(['SIGKILL', 'SIGINT'] as const)(
  'ends with a process that is ended by %s',
  async (signal) => {
    const script = `
    import { startPostgres } from './test/support/private-postgres.ts';
    console.log((await startPostgres({ fsync: false })).url);
    setInterval(() => {}, 60_000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = String((await once(createInterface(owner.stdout), 'line'))[0]);
    const folder = dirname(await dataFolder(url));
    owner.kill(signal);
    await once(owner, 'exit');
    await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
    expect(await answers(url)).toBe(false);
  },
  30_000,
);
