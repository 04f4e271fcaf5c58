import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runRestore } from '../../../src/server/commands/restore-command.ts';
import { runVerify } from '../../../src/server/commands/verify-command.ts';
import {
  makeDataDir,
  orderPaper,
  removeDataDir,
  startOrderPaper,
  type OrderPaperProcess,
} from '../../support/order-paper-process.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { createFolders, environmentOf, openOrThrow, run } from './data-folders.ts';
import { readExposition, valueOf } from './exposition.ts';
import { apology } from './said.ts';
import { enrolTablet, type Tablet } from './tablet.ts';

const dataDir = makeDataDir();
const folders = createFolders();
let council: CouncilOfFour;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  env = await environmentOf(dataDir);
  const folder = await openOrThrow(dataDir);
  council = await createCouncilOfFour({ db: folder.db, blobs: folder.blobs });
  await folder.close();
  mkdirSync(folders.next());
});
afterAll(() => removeDataDir(dataDir));

const start = (args: readonly string[]) => startOrderPaper(dataDir, args, 0, env);
const network = (server: OrderPaperProcess) => ({
  fetch: (request: Request) =>
    fetch(new Request(request.url.replace('//localhost/', `//127.0.0.1:${server.port}/`), request)),
});
const enrol = async (server: OrderPaperProcess): Promise<Tablet> => {
  const invited = await orderPaper(dataDir, ['invite', '--person', council.ids.member, '--json'], env);
  return enrolTablet(network(server), { now: Date.now() }, JSON.parse(invited.out).code);
};
const events = (server: OrderPaperProcess): readonly Record<string, unknown>[] =>
  server
    .said()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));

/** A push of one record as bytes, so that a test can send it in two halves. */
const pushAsBytes = (tablet: Tablet): string => {
  const body = JSON.stringify({
    proto: 1,
    app: '0.0.0',
    deviceId: tablet.deviceId,
    epoch: tablet.epoch,
    sentAt: new Date().toISOString(),
    events: [tablet.say(apology(council))],
  });
  const head = ['POST /sync/v1/push HTTP/1.1', 'Host: localhost', `Cookie: ${tablet.cookie}`];
  return [...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
};

const dial = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};
const isRefused = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  const refused = await once(socket, 'connect').then(
    () => false,
    () => true,
  );
  socket.destroy();
  return refused;
};
const readAll = async (socket: Socket): Promise<string> => {
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  return said;
};

describe('a server told to stop', () => {
  it('answers a push that is in flight, tells streams when to come back, and exits 0', async () => {
    const server = await start([]);
    const tablet = await enrol(server);
    const stream = (await tablet.request('/sync/v1/events')).body?.getReader();
    await stream?.read();
    const push = pushAsBytes(tablet);
    const socket = await dial(server.port);
    const answer = readAll(socket);
    socket.write(push.slice(0, -20));
    // Answered after it was read: the first half of the push has arrived before.
    await network(server).fetch(new Request('http://localhost/healthz'));
    const ended = server.stop();
    // On a slow machine it is still told of the invitation, which another process wrote.
    let last = '';
    for (let read = await stream?.read(); read?.done === false; read = await stream?.read()) {
      last = new TextDecoder().decode(read.value);
    }
    expect(last).toMatch(/(^|\n\n)retry: (\d{4}|1[01]\d{3})\n\n$/);
    await vi.waitFor(async () => expect(await isRefused(server.port)).toBe(true), 5000);
    socket.write(push.slice(-20));
    expect(await answer).toMatch(/^HTTP\/1\.1 200 .*"status":"applied"/s);
    expect(await ended).toBe(0);
    expect(events(server)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'stopping', signal: 'SIGTERM' }),
        expect.objectContaining({ event: 'stopped', cut: 0 }),
      ]),
    );
    expect((await run(runVerify, [], { DATA_DIR: dataDir })).out.join()).toMatch(/^Sound: 2 records/);
  }, 30_000);

  it('a second time ends at once, and the folder is free', async () => {
    const server = await start([]);
    const tablet = await enrol(server);
    const socket = await dial(server.port);
    socket.write(pushAsBytes(tablet).slice(0, -20));
    await network(server).fetch(new Request('http://localhost/healthz'));
    const begin = performance.now();
    const first = server.stop();
    // Signals of the same moment are one: npm passes on what the terminal has sent already.
    const again = setInterval(() => void server.stop(), 100);
    expect(await first).toBe(1);
    clearInterval(again);
    socket.destroy();
    expect(performance.now() - begin).toBeGreaterThan(500);
    const next = await start([]);
    expect(await next.stop()).toBe(0);
  }, 30_000);
});

describe('a server that makes backups', () => {
  it('makes one at once, verifies it, tells so, and it can be restored', async () => {
    const to = folders.next();
    const server = await start(['--backup-to', to, '--backup-keep', '2']);
    await vi.waitFor(() => expect(server.said()).toContain('"backup-made"'), { timeout: 20_000 });
    const ask = (path: string) =>
      network(server).fetch(new Request(`http://127.0.0.1:${server.port}${path}`));
    expect(await (await ask('/healthz')).json()).toEqual({
      ok: true,
      database: 'ok',
      disk: 'ok',
      backup: 'ok',
    });
    const families = readExposition(await (await ask('/metrics')).text());
    expect(valueOf(families, 'order_paper_backup_last_result')).toBe(1);
    for (const metric of ['backup_last_good_timestamp_seconds', 'database_bytes', 'connections'])
      expect(valueOf(families, `order_paper_${metric}`)).toBeGreaterThan(0);
    expect(await server.stop()).toBe(0);
    const [name = ''] = readdirSync(to);
    const fresh = folders.next();
    expect((await run(runRestore, [join(to, name)], { DATA_DIR: fresh })).code).toBe(0);
    expect((await run(runVerify, [], { DATA_DIR: fresh })).out.join()).toMatch(/^Sound: 2 records/);
  }, 60_000);

  it('that ends in the middle of one, in order or by the power cord, leaves nothing that looks like one', async () => {
    const to = folders.next();
    const stopped = await start(['--backup-to', to]);
    expect(await stopped.stop()).toBe(0);
    const killed = await start(['--backup-to', to]);
    await vi.waitFor(() => expect(readdirSync(to).length).toBeGreaterThan(0), { timeout: 10_000 });
    await killed.kill();
    const names = readdirSync(to).filter((name) => !name.endsWith('.partial'));
    const made = [stopped, killed].filter((server) => server.said().includes('"backup-made"'));
    expect(names.length).toBeGreaterThanOrEqual(made.length);
    for (const name of names) {
      expect((await run(runVerify, [], { DATA_DIR: join(to, name) })).code).toBe(0);
    }
    const next = await start(['--backup-to', to, '--backup-every', '1m']);
    expect(await next.stop()).toBe(0);
  }, 60_000);

  it('goes on and says one sentence when the backup cannot be written', async () => {
    const to = folders.next();
    writeFileSync(to, 'a file in the way');
    const server = await start(['--backup-to', to]);
    const sentence = `The backup to ${to} failed, it is not a folder: the server goes on and tries again.\n`;
    await vi.waitFor(() => expect(server.said()).toContain(sentence), { timeout: 10_000 });
    expect((await network(server).fetch(new Request('http://localhost/healthz'))).status).toBe(200);
    expect(await server.stop()).toBe(0);
  }, 30_000);

  it.each([
    [['--backup-to', join(dataDir, 'backups')], /^Backups do not belong into the data folder itself/],
    [['--backup-to', '/backups', '--backup-every', 'daily'], /^Backups are made every so many/],
  ])('is not started with settings that make no sense: %j', async (args, sentence) => {
    const { code, err } = await orderPaper(dataDir, ['start', ...args], env);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });
});
