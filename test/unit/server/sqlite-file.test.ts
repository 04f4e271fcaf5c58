import { randomBytes } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { runMigrate } from '../../../src/server/commands/migrate-command.ts';
import { runVerify } from '../../../src/server/commands/verify-command.ts';
import { createSqliteDatabase } from '../../../src/server/db/sqlite-database.ts';
import { sql } from '../../../src/server/db/work.ts';
import { databaseFile, openDataFolder } from '../../../src/server/folder/data-folder.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour } from './council-of-four.ts';
import { createFolders, openOrThrow, run } from './data-folders.ts';
import { apology, declaration } from './said.ts';

const folders = createFolders();
let dataDir: string;

beforeEach(async () => {
  dataDir = folders.next();
  const folder = await openOrThrow(dataDir);
  const council = await createCouncilOfFour(folder);
  const tablet = await council.enrol('member');
  await tablet.push([tablet.say(apology(council)), tablet.say(declaration(council))]);
  await folder.close();
});

describe('a damaged file', () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    [
      'overwritten at its head',
      (file) => writeFileSync(file, Buffer.concat([randomBytes(100), readFileSync(file).subarray(100)])),
    ],
    [
      'overwritten in the middle',
      (file) => {
        const bytes = readFileSync(file);
        randomBytes(8192).copy(bytes, 8192);
        writeFileSync(file, bytes);
      },
    ],
    ['cut short', (file) => truncateSync(file, 20_480)],
    ['empty', (file) => truncateSync(file, 0)],
  ];
  it.each(damages)('%s: is refused and left as it is', async (_name, damage) => {
    const file = databaseFile(dataDir);
    damage(file);
    const before = readFileSync(file);
    expect(await openDataFolder({ dataDir, databaseUrl: null }, 'alone', Date.now)).toEqual({
      ok: false,
      error: { kind: 'damaged' },
    });
    const { code, complaints } = await run(runVerify, [], { DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(complaints.join()).toMatch(/are damaged: nothing was changed/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

it('a folder of the version before is refused as such, brought to this one, and gives what it had', async () => {
  const old = new DatabaseSync(databaseFile(dataDir));
  old.exec('drop index readers_scope; drop table aliases; pragma user_version = 2');
  old.close();
  const env = { DATA_DIR: dataDir };
  const before = await openDataFolder({ dataDir, databaseUrl: null }, 'alone', Date.now);
  expect(before).toMatchObject({ ok: false, error: { kind: 'needs-migration', version: 2 } });
  expect((await run(runMigrate, [], env)).code).toBe(0);
  expect(JSON.parse((await run(runVerify, ['--json'], env)).out.join())).toMatchObject({
    sound: true,
    records: 3,
  });
  const { db, risks } = await openOrThrow(dataDir);
  expect(risks).toEqual([]);
  const [index] = await rowsOf(db, "select name from sqlite_master where name = 'readers_scope'");
  expect(index).toEqual({ name: 'readers_scope' });
});

const openImpatient = () => new DatabaseSync(databaseFile(dataDir), { timeout: 20 });
const addTry = () => sql('insert into tries values (?, ?, ?)', 'c', 't', 'somebody');

it('a write that another process keeps waiting is told as such, keeps nothing, and works later', async () => {
  const [importing, serving] = [openImpatient(), openImpatient()];
  const db = createSqliteDatabase(serving);
  importing.exec('begin immediate');
  await expect(db.write(addTry)).rejects.toMatchObject({ name: 'DatabaseBusy', code: 'SQLITE_BUSY' });
  expect(await db.read(() => sql('select 1 as one'))).toEqual([{ one: 1 }]);
  importing.exec('commit');
  await db.write(addTry);
  expect(await rowsOf(db, "select address from tries where address = 'somebody'")).toHaveLength(1);
  await db.close();
  importing.close();
});
