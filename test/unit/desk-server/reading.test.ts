import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import {
  askToRead,
  beginImport,
  type DeskServer,
  giveFile,
  openDeskServer,
  readAll,
  stateOf,
  untilReading,
} from './at-desk.ts';

const paper = samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are full.');

/** A matching that answers about what is published when it is told to: a reading stands still in the middle. */
const createGate = () => {
  const arrived: (() => void)[] = [];
  const matching = {
    published: () => new Promise<readonly never[]>((resolve) => void arrived.push(() => resolve([]))),
  };
  const untilArrived = (count: number) => vi.waitFor(() => expect(arrived).toHaveLength(count), 50_000);
  return { matching, untilArrived, open: () => arrived.splice(0).forEach((go) => go()) };
};

const begun = async (server: DeskServer) => {
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await giveFile(clerk, at, 'Winter service.pdf', paper);
  return { clerk, at };
};

/** Processes that this one has started and that still run; none where the system does not say. */
const children = (): readonly string[] => {
  const pids = existsSync('/proc/self/stat')
    ? readdirSync('/proc').filter((name) => /^\d+$/u.test(name))
    : [];
  return pids.filter((pid) => {
    try {
      const [, state, parent] = /\) (\S) (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return state !== 'Z' && Number(parent) === process.pid;
    } catch {
      return false;
    }
  });
};

describe('a reading', () => {
  test('says how far it is, is stopped with its process, and begins anew', async () => {
    const gate = createGate();
    const server = await openDeskServer({ matching: gate.matching });
    const { clerk, at } = await begun(server);
    const before = children().length;
    await askToRead(clerk, at);
    await gate.untilArrived(1);
    expect((await stateOf(clerk, at)).reading).toEqual({
      kind: 'reading',
      done: 2,
      total: 2,
      name: 'Winter service.pdf',
    });
    expect(children()).toHaveLength(existsSync('/proc/self/stat') ? before + 1 : 0);
    expect((await clerk.post(`${at}/stop`, {})).status).toBe(200);
    expect(children()).toHaveLength(before);
    const { reading, files } = await stateOf(clerk, at);
    expect(reading).toEqual({ kind: 'not-begun', wasStopped: true });
    expect(files.map(({ size, here }) => size - here)).toEqual([0, 0]);
    expect((await clerk.post(`${at}/stop`, {})).status).toBe(200);

    await askToRead(clerk, at);
    await gate.untilArrived(2);
    gate.open();
    expect((await untilReading(clerk, at, 'read')).proposal.meetings).toHaveLength(1);
    // Stopping what is over takes nothing away.
    await clerk.post(`${at}/stop`, {});
    expect((await stateOf(clerk, at)).reading.kind).toBe('read');
  });

  test('begins anew when it is asked for again in the middle, and a double click is one', async () => {
    const gate = createGate();
    const server = await openDeskServer({ matching: gate.matching });
    const { clerk, at } = await begun(server);
    await askToRead(clerk, at);
    await gate.untilArrived(1);
    const both = await Promise.all([askToRead(clerk, at), askToRead(clerk, at)]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    await gate.untilArrived(2);
    gate.open();
    await untilReading(clerk, at, 'read');
    // Nothing more of it stands before another one.
    const other = await begun(server);
    await askToRead(other.clerk, other.at);
    await untilReading(other.clerk, other.at, 'reading');
  });

  test('waits for the one before it, and is stopped while it waits', async () => {
    const gate = createGate();
    const server = await openDeskServer({ matching: gate.matching });
    const first = await begun(server);
    const second = await begun(server);
    const third = await begun(server);
    await askToRead(first.clerk, first.at);
    await gate.untilArrived(1);
    await askToRead(second.clerk, second.at);
    await askToRead(third.clerk, third.at);
    expect((await stateOf(second.clerk, second.at)).reading).toEqual({ kind: 'waiting' });
    const { imports } = await (await first.clerk.request('/imports')).json();
    expect(imports.map((one: { reading: string }) => one.reading)).toEqual(['waiting', 'waiting', 'reading']);
    await second.clerk.post(`${second.at}/stop`, {});
    expect((await stateOf(second.clerk, second.at)).reading).toEqual({ kind: 'not-begun', wasStopped: true });
    gate.open();
    await untilReading(first.clerk, first.at, 'read');
    await gate.untilArrived(1);
    gate.open();
    await untilReading(third.clerk, third.at, 'read');
    expect((await stateOf(second.clerk, second.at)).reading.kind).toBe('not-begun');
  });

  test('ends with the import that is removed in the middle, and the next one begins', async () => {
    const gate = createGate();
    const server = await openDeskServer({ matching: gate.matching });
    const first = await begun(server);
    const second = await begun(server);
    await askToRead(first.clerk, first.at);
    await gate.untilArrived(1);
    await askToRead(second.clerk, second.at);
    expect((await first.clerk.post(`${first.at}/remove`, {})).status).toBe(200);
    expect((await first.clerk.request(first.at)).status).toBe(404);
    await gate.untilArrived(2);
    gate.open();
    await untilReading(second.clerk, second.at, 'read');
    expect(readdirSync(server.path)).toEqual([second.at.split('/')[2]]);
  });

  test('that wants more memory than there is has failed; its files are there, and the server goes on', async () => {
    const server = await openDeskServer({ heapMb: 20 });
    const { clerk, at } = await begun(server);
    await giveFile(clerk, at, 'large.html', samplePage.repeat(2000));
    await askToRead(clerk, at);
    await untilReading(clerk, at, 'failed');
    expect((await stateOf(clerk, at)).files).toHaveLength(3);
    const failed = server.lines
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'import-failed');
    expect(failed).toMatchObject([{ level: 'error', code: expect.stringMatching(/^SIG/u) }]);
  });

  test('has failed when what is published cannot be told, and can be begun anew', async () => {
    let isBroken = true;
    const published = () => (isBroken ? Promise.reject(new TypeError('Roads Panel')) : Promise.resolve([]));
    const server = await openDeskServer({ matching: { published } });
    const { clerk, at } = await begun(server);
    await askToRead(clerk, at);
    await untilReading(clerk, at, 'failed');
    expect(server.lines.join('\n')).toContain('"event":"import-failed","class":"TypeError"');
    expect(server.lines.join('\n')).not.toContain('Roads');
    isBroken = false;
    await readAll(clerk, at);
  });
});

describe('a server that ended', () => {
  test('in the middle of a reading has stopped it, and every file is kept', async () => {
    const gate = createGate();
    const before = await openDeskServer({ matching: gate.matching });
    const { clerk, at } = await begun(before);
    await askToRead(clerk, at);
    await gate.untilArrived(1);
    // No word to the one before: it was killed.
    const after = await openDeskServer({}, before);
    const again = await after.enrol('clerk');
    const { reading, files } = await stateOf(again, at);
    expect(reading).toEqual({ kind: 'not-begun', wasStopped: true });
    expect(files.map(({ name, size, here }) => [name, size === here])).toEqual([
      ['page.html', true],
      ['Winter service.pdf', true],
    ]);
    await before.desk.close();
    expect((await readAll(again, at)).proposal.meetings).toHaveLength(1);
  });

  test('in order stops what is read, and what was read is read', async () => {
    const gate = createGate();
    const before = await openDeskServer();
    const read = await begun(before);
    const { proposal } = await readAll(read.clerk, read.at);
    await before.desk.close();
    const second = await openDeskServer({ matching: gate.matching }, before);
    const { clerk, at } = await begun(second);
    await askToRead(clerk, at);
    await gate.untilArrived(1);
    await second.desk.close();
    const third = await openDeskServer({}, before);
    const again = await third.enrol('clerk');
    expect((await stateOf(again, at)).reading).toEqual({ kind: 'not-begun', wasStopped: true });
    expect((await stateOf(again, read.at)).reading).toMatchObject({ kind: 'read', proposal });
  });

  test('goes on with a file where its parts ended', async () => {
    const before = await openDeskServer();
    const clerk = await before.enrol('clerk');
    const at = await beginImport(clerk);
    await clerk.post(`${at}/files`, { name: 'a.txt', size: 6 });
    await clerk.request(`${at}/files/0?at=0`, { method: 'POST', body: 'abc' });
    const again = await (await openDeskServer({}, before)).enrol('clerk');
    expect((await stateOf(again, at)).files[0]?.here).toBe(3);
    const rest = await again.request(`${at}/files/0?at=3`, { method: 'POST', body: 'def' });
    expect(await rest.json()).toEqual({ here: 6 });
    expect(readFileSync(join(before.path, at.split('/')[2] ?? '', 'files/0'), 'utf8')).toBe('abcdef');
  });
});
