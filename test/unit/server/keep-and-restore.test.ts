import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { blobFile } from '../../../src/server/blobs/folder-blobs.ts';
import { runBackup } from '../../../src/server/commands/backup-command.ts';
import { runRestore } from '../../../src/server/commands/restore-command.ts';
import { runVerify } from '../../../src/server/commands/verify-command.ts';
import { blobsFolder, openDataFolder, type FolderUse } from '../../../src/server/folder/data-folder.ts';
import { verifyFolder } from '../../../src/server/folder/verify-folder.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { createFolders, openOrThrow, placeOf, run } from './data-folders.ts';
import { apology, declaration } from './said.ts';
import { tamper } from './tamper.ts';
import type { Tablet } from './tablet.ts';

const folders = createFolders();
let dataDir: string;
let council: CouncilOfFour;
let tablet: Tablet;
let paper: string;

beforeEach(async () => {
  dataDir = folders.next();
  const { db, blobs } = await openOrThrow(dataDir);
  council = await createCouncilOfFour({ db, blobs });
  paper = (await council.store.putBlob(randomBytes(5000))).sha256;
  tablet = await council.enrol('member');
  await tablet.push([tablet.say(apology(council)), tablet.say(declaration(council))]);
});

const verify = async (path = dataDir) => {
  const { code, out } = await run(runVerify, ['--json'], { DATA_DIR: path });
  return { code, ...JSON.parse(out.join()) };
};

describe('verify', () => {
  it('finds a sound folder sound, while it is in use', async () => {
    expect(await verify()).toMatchObject({
      code: 0,
      sound: true,
      records: 3,
      setAside: 0,
      blobs: 2,
      faults: [],
    });
  });

  // What somebody with the database in hand could do; the triggers are no obstacle to them.
  const tampering: readonly (readonly [string, string, string])[] = [
    [
      'digest-mismatch',
      'one letter of what was said',
      `update log set event = replace(event, 'whole', 'wholy') where seq = 2`,
    ],
    [
      'chain-broken',
      'the time of receipt',
      `update log set received_at = '2026-01-05T08:59:00.000Z' where seq = 2`,
    ],
    ['gap-in-log', 'a record taken out', 'delete from log where seq = 2'],
    ['head-mismatch', 'the last record taken out', 'delete from log where seq = 3'],
    ['no-readers', 'readers taken away', 'delete from readers where seq = 2'],
    ['receipt-without-record', 'a count set back', 'update devices set last_n = 0'],
    ['manifest-missing', 'a manifest forgotten', 'delete from blobs where size < 4000'],
  ];
  it.each(tampering)('finds %s: %s', async (kind, _what, sql) => {
    await tamper(await placeOf(dataDir), sql);
    const { code, faults } = await verify();
    expect(code).toBe(1);
    expect(faults.map((fault: { kind: string }) => fault.kind)).toContain(kind);
  });

  it('finds a flipped byte in a blob, and a blob that is gone', async () => {
    const file = blobFile(blobsFolder(dataDir), paper);
    const bytes = readFileSync(file);
    bytes[1234] = (bytes[1234] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect((await verify()).faults).toEqual([{ kind: 'blob-damaged', where: paper }]);
    rmSync(file);
    expect((await verify()).faults).toEqual([{ kind: 'blob-missing', where: paper }]);
  });
});

describe('the log', () => {
  it.each([
    "update log set event = '{}'",
    'delete from log',
    "update readers set scope = 'members'",
    'delete from readers',
    'update meetings set version = 9',
  ])('refuses: %s', async (sql) => {
    await expect(rowsOf(council.db, sql)).rejects.toThrow('append-only');
  });
});

const open = async (use: FolderUse) => openDataFolder(await placeOf(dataDir), use, Date.now);

describe('a second server', () => {
  it('on the same folder is refused, until the first has ended', async () => {
    const first = await openOrThrow(dataDir, 'alone');
    expect(await open('alone')).toEqual({ ok: false, error: { kind: 'locked' } });
    expect((await open('existing')).ok).toBe(true);
    await first.close();
    expect((await open('alone')).ok).toBe(true);
  });
});

describe('backup and restore', () => {
  it('bring everything back under a new epoch, and the tablets bring the rest', async () => {
    const target = folders.next();
    expect((await run(runBackup, [target], { DATA_DIR: dataDir })).code).toBe(0);
    expect(readdirSync(target).toSorted()).toEqual(['blobs', 'council.sqlite']);
    const later = tablet.say(apology(council));
    await tablet.push([later]);
    const unused = (await council.store.invite(council.ids.other)).code;

    const fresh = folders.next();
    const restored = await run(runRestore, [target, '--json'], { DATA_DIR: fresh });
    expect(restored.code).toBe(0);
    const { epoch } = JSON.parse(restored.out.join());
    expect(epoch).not.toBe(tablet.epoch);
    expect(await verify(fresh)).toMatchObject({ sound: true, records: 3, blobs: 2 });

    const folder = await openOrThrow(fresh, 'existing');
    const rows = async (sql: string): Promise<number> => (await rowsOf(folder.db, sql)).length;
    expect(await rows('select * from sessions')).toBe(0);
    expect(await rows('select * from invites where used_at is null')).toBe(0);
    expect(await rows(`select * from log where id = '${later.event.id}'`)).toBe(0);
    expect(unused).toHaveLength(9);
    await folder.close();
  });

  it('refuse a backup that is not sound, and leave the folder empty', async () => {
    const target = folders.next();
    await run(runBackup, [target], { DATA_DIR: dataDir });
    writeFileSync(blobFile(blobsFolder(target), paper), 'something else');
    const fresh = folders.next();
    const { code, complaints } = await run(runRestore, [target], { DATA_DIR: fresh });
    expect([code, ...complaints]).toEqual([
      1,
      `The backup in ${target} is not sound (blob-damaged): nothing was restored.`,
    ]);
    expect(readdirSync(fresh)).toEqual(['lock.sqlite']);
    expect(existsSync(join(fresh, 'blobs'))).toBe(false);
  });

  it('of a folder in memory of a running server see one state', async () => {
    const target = folders.next();
    const pushing = Promise.all(Array.from({ length: 20 }, () => tablet.pull()));
    await run(runBackup, [target], { DATA_DIR: dataDir });
    await pushing;
    const copy = await openOrThrow(target, 'existing');
    expect((await verifyFolder(copy)).sound).toBe(true);
    await copy.close();
  });
});
