import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { runBackup } from '../../../src/server/commands/backup-command.ts';
import { runRestore } from '../../../src/server/commands/restore-command.ts';
import { appendToLedger, ledgerFile, readLedger } from '../../../src/server/erasure/ledger.ts';
import { replayLedger } from '../../../src/server/erasure/replay-ledger.ts';
import { databaseFile } from '../../../src/server/folder/data-folder.ts';
import { verifyFolder } from '../../../src/server/folder/verify-folder.ts';
import { acceptPush } from '../../../src/server/push/accept-push.ts';
import { readOffered } from '../../../src/server/push/offered.ts';
import { openOrThrow, run } from './data-folders.ts';
import { reason } from './said.ts';
import type { Tablet } from './tablet.ts';
import { because, useToldCouncil, verify, type ToldCouncil } from './told-council.ts';

const { get, folders } = useToldCouncil();
let dataDir: ToldCouncil['dataDir'];
let folder: ToldCouncil['folder'];
let council: ToldCouncil['council'];
let member: ToldCouncil['member'];
let told: ToldCouncil['told'];
let erase: ToldCouncil['erase'];
let eraseTold: ToldCouncil['eraseTold'];
beforeEach(() => {
  ({ dataDir, folder, council, member, told, erase, eraseTold } = get());
});

describe('the ledger', () => {
  it('is written before the records are, so that a crash in between is made good', async () => {
    const at = '2026-01-05T09:00:00.000Z';
    await appendToLedger(ledgerFile(dataDir), [{ id: told.event.id, at, because }]);
    expect(await verify(dataDir)).toMatchObject({ erased: 0 });
    expect(await replayLedger(folder)).toBeNull();
    expect(await verify(dataDir)).toMatchObject({ sound: true, erased: 1 });
  });

  it('that was lost is written anew from the records', async () => {
    await eraseTold();
    const before = await readLedger(ledgerFile(dataDir));
    rmSync(ledgerFile(dataDir));
    await replayLedger(folder);
    expect(await readLedger(ledgerFile(dataDir))).toEqual(before);
  });

  it('forgives a last line that a crash cut short, and no other', async () => {
    await eraseTold();
    const file = ledgerFile(dataDir);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, `${whole}{"id":"01`);
    expect(await replayLedger(folder)).toBeNull();
    const more = { id: randomUUID(), at: '2026-01-06T09:00:00.000Z', because };
    await appendToLedger(file, [more]);
    expect(readFileSync(file, 'utf8')).toBe(`${whole}${JSON.stringify(more)}\n`);
    writeFileSync(file, `${whole}{"id":"01\n`);
    expect(await replayLedger(folder)).toContain('Line 2 of the erasure ledger');
    expect((await eraseTold()).code).toBe(1);
  });
});

const emptyPush = ({ deviceId, epoch }: Tablet) => ({
  proto: 1,
  app: '0.0.0',
  deviceId,
  epoch,
  sentAt: '2026-01-06T09:00:00.000Z',
});

const restoreInto = async (...args: readonly string[]) => {
  const target = folders.next();
  await run(runBackup, [target], { DATA_DIR: dataDir });
  expect(readdirSync(target).toSorted()).toEqual(['blobs', 'council.sqlite']);
  const later = member.say(reason(council, 'a hospital visit again'));
  await member.push([later]);
  await eraseTold();
  await erase('--record', later.event.id, '--because', because);
  const fresh = folders.next();
  const named = args.map((arg) => (arg === 'LEDGER' ? ledgerFile(dataDir) : arg));
  const restored = await run(runRestore, [target, ...named], { DATA_DIR: fresh });
  return { fresh, later, restored };
};

const refusal = (table: string) => `drop trigger ${table}_no_update;
  create trigger ${table}_no_update before update on ${table} begin select raise(abort, 'no'); end;`;

describe('a backup of before', () => {
  it('is restored without what was erased since, and what comes back comes without its words', async () => {
    const { fresh, later, restored } = await restoreInto('--erasures', 'LEDGER');
    expect(restored).toMatchObject({ code: 0, complaints: [] });
    expect(await verify(fresh)).toMatchObject({ sound: true, records: 3, erased: 1 });
    const ledger = await readLedger(ledgerFile(fresh));
    expect(ledger.ok && ledger.value.map(({ id }) => id)).toEqual([told.event.id, later.event.id]);
    // The tablet offers what came after the backup: of the erased record the digest comes back, and a receipt.
    const { db, blobs } = await openOrThrow(fresh);
    const device = { councilId: council.councilId, deviceId: member.deviceId, personId: member.personId };
    const push = readOffered({ ...emptyPush(member), events: [later] });
    const outcome = await db.write(() =>
      acceptPush(device, push.ok ? push.value.events : [], '2026-01-06T09:00:00.000Z'),
    );
    expect(outcome).toMatchObject({ results: [{ id: later.event.id, status: 'applied', seq: 4 }] });
    expect(await verifyFolder({ db, blobs })).toMatchObject({ sound: true, records: 4, erased: 2 });
  });

  it('of the version before erasures is brought to this one on the way', async () => {
    const target = folders.next();
    await run(runBackup, [target], { DATA_DIR: dataDir });
    const old = new DatabaseSync(databaseFile(target));
    old.exec(`${refusal('log')} ${refusal('set_aside')} drop table erasures;
      drop index readers_scope; drop table aliases; pragma user_version = 1`);
    old.close();
    await eraseTold();
    const fresh = folders.next();
    const restored = await run(runRestore, [target, '--erasures', ledgerFile(dataDir)], { DATA_DIR: fresh });
    expect(restored).toMatchObject({ code: 0, complaints: [] });
    expect(await verify(fresh)).toMatchObject({ sound: true, records: 3, erased: 1 });
  });

  it('restored without a ledger says what that means', async () => {
    const { fresh, restored } = await restoreInto();
    expect(restored.code).toBe(0);
    expect(restored.complaints.join()).toMatch(/^No ledger of erasures was at hand/);
    expect(await verify(fresh)).toMatchObject({ sound: true, erased: 0 });
  });

  it('is not restored with a ledger that cannot be read', async () => {
    const broken = folders.next();
    writeFileSync(broken, 'nonsense\n');
    const { fresh, restored } = await restoreInto('--erasures', broken);
    expect([restored.code, restored.complaints.join()]).toEqual([
      1,
      expect.stringContaining('Line 1 of the erasure ledger'),
    ]);
    expect(readdirSync(fresh)).toEqual(['lock.sqlite']);
  });
});
