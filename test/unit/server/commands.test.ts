import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/server/command-io.ts';
import { runBackup } from '../../../src/server/commands/backup-command.ts';
import { runInvite } from '../../../src/server/commands/invite-command.ts';
import { runMigrate } from '../../../src/server/commands/migrate-command.ts';
import { runPeople } from '../../../src/server/commands/people-command.ts';
import { runRestore } from '../../../src/server/commands/restore-command.ts';
import { runRevoke } from '../../../src/server/commands/revoke-command.ts';
import { runStart } from '../../../src/server/commands/start-command.ts';
import { runVerify } from '../../../src/server/commands/verify-command.ts';
import { migrations } from '../../../src/server/db/migrations.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { createFolders, openOrThrow, run, type Ran } from './data-folders.ts';
import { enrolTablet, makeKeys, postTo, publicKeyOf } from './tablet.ts';

const folders = createFolders();
let dataDir: string;
let council: CouncilOfFour;

beforeEach(async () => {
  dataDir = folders.next();
  const { db, blobs } = await openOrThrow(dataDir);
  council = await createCouncilOfFour({ db, blobs });
});

const order = (command: Command, args: readonly string[]): Promise<Ran> =>
  run(command, args, { DATA_DIR: dataDir }, () => council.clock.now);

describe('invite', () => {
  it('makes a code that enrols, for a person by id or by name', async () => {
    const byId = await order(runInvite, ['--person', council.ids.member, '--json']);
    expect(byId.code).toBe(0);
    const { code, name } = JSON.parse(byId.out.join());
    expect(name).toBe('Mary Member');
    const tablet = await enrolTablet(council.app, council.clock, code);
    expect(tablet.personId).toBe(council.ids.member);
    expect((await order(runInvite, ['--name', 'Olive Other'])).out).toEqual([
      expect.stringMatching(/^Olive Other: [0-9A-Z]{4}-[0-9A-Z]{4} {2}\(one tablet, until 2026-01-08T/),
    ]);
  });

  it('adds a person who is new, and a role to one who is known', async () => {
    await order(runInvite, ['--name', 'Nina New', '--role', 'clerk']);
    await order(runInvite, ['--name', 'Olive Other', '--role', 'clerk']);
    const people = JSON.parse((await order(runPeople, ['--json'])).out.join());
    const grantsOf = (name: string) =>
      people
        .find((person: { name: string }) => person.name === name)
        .grants.map((grant: { role: string }) => grant.role);
    expect(grantsOf('Nina New')).toEqual(['clerk']);
    expect(grantsOf('Olive Other')).toEqual(['member', 'clerk']);
  });
});

describe('revoke', () => {
  it('ends one device, or all devices and codes of a person', async () => {
    const [first, second] = [await council.enrol('member'), await council.enrol('member')];
    expect((await order(runRevoke, ['--device', first.deviceId])).out).toEqual([
      'Revoked: 1 working devices, 0 unused codes.',
    ]);
    expect((await first.pull()).status).toBe(403);
    expect((await second.pull()).status).toBe(200);
    const unused = await council.store.invite(council.ids.member);
    const all = await order(runRevoke, ['--person', council.ids.member, '--json']);
    expect(all.out).toEqual(['{"devices":1,"codes":1}']);
    const late = await postTo(council.app, '/enrol/v1', {
      code: unused.code,
      deviceName: 'Tablet',
      publicKey: await publicKeyOf(await makeKeys()),
    });
    expect(late.status).toBe(404);
    expect((await second.pull()).status).toBe(403);
    expect((await order(runPeople, [])).out.join('\n')).toContain(
      `device ${first.deviceId}  Tablet  revoked`,
    );
  });
});

describe('people', () => {
  it('lists everybody but the server, and adds somebody', async () => {
    expect((await order(runPeople, ['add', '--name', 'Nina New', '--role', 'member'])).code).toBe(0);
    const { out } = await order(runPeople, []);
    expect(out.map((line) => line.slice(38))).toEqual([
      'Carl Chair  member',
      'Clara Clerk  clerk',
      'Mary Member  member',
      'Nina New  member',
      'Olive Other  member',
    ]);
  });
});

describe('migrate', () => {
  it('has nothing to do on this version', async () => {
    expect((await order(runMigrate, [])).out).toEqual([`Nothing to do: version ${migrations.length}.`]);
  });
});

const here = (): string => dataDir;
const file = () => {
  const path = folders.next();
  writeFileSync(path, 'not a folder');
  return path;
};
const foreign = () => {
  const path = folders.next();
  mkdirSync(path);
  return path;
};

describe('one plain sentence on bad input', () => {
  const cases: readonly (readonly [string, Command, readonly string[], (() => string)?])[] = [
    ['invite nobody', runInvite, []],
    ['invite two ways', runInvite, ['--person', 'a', '--name', 'b']],
    ['invite a stranger', runInvite, ['--person', 'nobody']],
    ['invite to no role', runInvite, ['--name', 'N', '--role', 'king']],
    ['invite with a flag that is none', runInvite, ['--who', 'b']],
    ['invite without a folder', runInvite, ['--name', 'N'], () => folders.next()],
    ['revoke nothing', runRevoke, []],
    ['revoke a stranger', runRevoke, ['--device', 'nobody']],
    ['people with a word too much', runPeople, ['remove']],
    ['people add nobody', runPeople, ['add']],
    ['backup to nowhere', runBackup, []],
    ['backup over something', runBackup, ['src']],
    ['restore from nothing', runRestore, ['nowhere'], () => folders.next()],
    ['restore over records', runRestore, ['nowhere']],
    ['verify without a folder', runVerify, [], () => folders.next()],
    ['migrate without a folder', runMigrate, [], () => folders.next()],
    ['start without a council', runStart, [], foreign],
    ['start in a file', runStart, ['--council', 'N'], file],
    ['start with a word too much', runStart, ['now']],
    ['start another council over a council', runStart, ['--council', 'Another']],
    ['invite an empty name', runInvite, ['--name', '']],
    [
      'invite to a committee that is none',
      runInvite,
      ['--name', 'N', '--role', 'clerk', '--committee', 'Roads'],
    ],
    ['invite to a committee without a role', runInvite, ['--name', 'N', '--committee', 'Roads']],
    ['start a demonstration over a council', runStart, ['--demo']],
  ];
  const whole = cases.map(([name, command, args, where = here]) => [name, command, args, where] as const);
  it.each(whole)('%s', async (_name, command, args, where) => {
    const { code, out, complaints } = await run(
      command,
      args,
      { DATA_DIR: where() },
      () => council.clock.now,
    );
    expect(code).toBe(1);
    expect(out).toEqual([]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^[A-Z/].*[\w.\])]$/s);
  });

  it('start with a port that is none', async () => {
    const { code, complaints } = await run(runStart, [], { DATA_DIR: dataDir, PORT: 'http' });
    expect([code, ...complaints]).toEqual([1, 'PORT is a number from 0 to 65535, not "http".']);
  });

  it('start on a port that is taken', async () => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const port = String((taken.address() as AddressInfo).port);
    const { code, complaints } = await run(runStart, [], { DATA_DIR: dataDir, PORT: port });
    expect(code).toBe(1);
    expect(complaints.at(-1)).toBe(`Port ${port} is in use: choose another with PORT.`);
    taken.close();
  });
});
