import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { importFileMaxBytes, importMaxBytes, importPartMaxBytes } from '../../../src/protocol/imports.ts';
import { postTo, type Tablet } from '../server/tablet.ts';
import { beginImport, type DeskServer, giveFile, openDeskServer, sendPart, stateOf } from './at-desk.ts';

let server: DeskServer;
let clerk: Tablet;
let at: string;
beforeEach(async () => {
  server = await openDeskServer();
  clerk = await server.enrol('clerk');
  at = await beginImport(clerk);
});

const said = async (answer: Response): Promise<unknown> => [answer.status, await answer.json()];
const roomFor = (name: string, size: number) => clerk.post(`${at}/files`, { name, size });
const storedFiles = (): string => join(server.path, at.split('/')[2] ?? '', 'files');

const openFiles = (): readonly string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      // Closed while the list was read.
      return [];
    }
  });

describe('parts of a file', () => {
  test('stand where they belong, also out of order, twice and over one another', async () => {
    expect(await said(await roomFor('a.txt', 9))).toEqual([201, { place: 0 }]);
    const part = (place: string, bytes: string) => sendPart(clerk, `${at}/files/0?at=${place}`, bytes);
    expect(await said(await part('3', 'def'))).toEqual([400, { error: 'bad_request' }]);
    expect(await said(await part('0', 'abc'))).toEqual([200, { here: 3 }]);
    expect(await said(await part('3', 'def'))).toEqual([200, { here: 6 }]);
    expect(await said(await part('0', 'abc'))).toEqual([200, { here: 6 }]);
    expect(await said(await part('2', 'cdef'))).toEqual([200, { here: 6 }]);
    expect(await said(await part('6', ''))).toEqual([200, { here: 6 }]);
    expect(await said(await part('6', 'ghij'))).toEqual([413, { error: 'too_large' }]);
    expect(await said(await part('-1', 'x'))).toEqual([400, { error: 'bad_request' }]);
    expect(await said(await part('', 'x'))).toEqual([400, { error: 'bad_request' }]);
    expect((await stateOf(clerk, at)).files).toEqual([{ place: 0, name: 'a.txt', size: 9, here: 6 }]);
    expect(await said(await part('6', 'ghi'))).toEqual([200, { here: 9 }]);
    expect(await (await clerk.request(`${at}/files/0`)).text()).toBe('abcdefghi');
    expect(await said(await sendPart(clerk, `${at}/files/1?at=0`, 'x'))).toEqual([
      404,
      { error: 'not_found' },
    ]);
  });

  test('that come at once are written one after the other', async () => {
    await roomFor('a.txt', 400);
    const parts = Array.from({ length: 40 }, (_, part) =>
      sendPart(clerk, `${at}/files/0?at=${part * 10}`, String(part % 10).repeat(10)),
    );
    for (const answer of await Promise.all(parts)) expect([200, 400]).toContain(answer.status);
    const { here } = (await stateOf(clerk, at)).files[0] ?? { here: 0 };
    const stored = readFileSync(join(storedFiles(), '0'), 'utf8');
    expect(here).toBe(stored.length);
    expect(stored).toBe(
      '0123456789'
        .repeat(4)
        .replace(/./gu, (digit) => digit.repeat(10))
        .slice(0, here),
    );
  });

  test('larger than a part may be are refused, and an empty file is a file', async () => {
    await roomFor('a.bin', importPartMaxBytes + 1);
    const large = await sendPart(clerk, `${at}/files/0?at=0`, new Uint8Array(importPartMaxBytes + 1));
    expect(await said(large)).toEqual([413, { error: 'too_large' }]);
    const full = await sendPart(clerk, `${at}/files/0?at=0`, new Uint8Array(importPartMaxBytes));
    expect(await said(full)).toEqual([200, { here: importPartMaxBytes }]);
    await roomFor('empty.txt', 0);
    const empty = await clerk.request(`${at}/files/1`);
    expect([empty.status, await empty.text()]).toEqual([200, '']);
  });

  test('are refused when the disk is full, and what is here stays', async ({ skip }) => {
    await roomFor('a.txt', 6);
    await sendPart(clerk, `${at}/files/0?at=0`, 'abc');
    const file = join(storedFiles(), '0');
    if (!existsSync('/dev/full')) return skip('skipped: no disk that is always full');
    rmSync(file);
    symlinkSync('/dev/full', file);
    const answer = await sendPart(clerk, `${at}/files/0?at=3`, 'def');
    expect(await said(answer)).toEqual([507, { error: 'no_room' }]);
    expect((await stateOf(clerk, at)).files[0]?.here).toBe(3);
  });
});

describe('an import', () => {
  test('takes files of a bounded size, and so many bytes together', async () => {
    expect((await roomFor('a.pdf', importFileMaxBytes + 1)).status).toBe(413);
    for (let rest = importMaxBytes; rest > 0; rest -= importFileMaxBytes) {
      expect((await roomFor('a.pdf', Math.min(rest, importFileMaxBytes))).status).toBe(201);
    }
    expect(await said(await roomFor('b.pdf', 1))).toEqual([413, { error: 'too_large' }]);
    expect((await roomFor('empty.pdf', 0)).status).toBe(201);
    for (const size of [-1, 1.5, '1']) expect((await roomFor('c.pdf', size as never)).status).toBe(400);
  });

  test('takes a thousand files and no more', { timeout: 60_000 }, async () => {
    for (let count = 0; count < 1000; count += 1) expect((await roomFor('a.txt', 0)).status).toBe(201);
    expect((await roomFor('a.txt', 0)).status).toBe(413);
    const names = (await stateOf(clerk, at)).files.map(({ name }) => name);
    expect(new Set(names).size).toBe(1000);
  });

  test('never makes a path of a name', async () => {
    const long = `${'n'.repeat(396)}.pdf`;
    const names = [
      '../../x',
      '/etc/passwd',
      'con',
      'a\\..\\b',
      'nul.txt',
      '\u202Egpj.exe',
      'Café ☕.pdf',
      long,
    ];
    for (const name of names) await giveFile(clerk, at, name, name);
    await giveFile(clerk, at, 'line\nbreak\0.txt', 'x');
    await giveFile(clerk, at, 'Café ☕.pdf', 'another');
    const { files } = await stateOf(clerk, at);
    const expected = [...names, 'line_break_.txt', 'Café ☕ (2).pdf'];
    expect(files.map(({ name }) => name)).toEqual(expected);
    expect(readdirSync(storedFiles()).toSorted()).toEqual(expected.map((_, place) => String(place)));
    expect(readdirSync(join(server.path, '..'))).toEqual(['imports']);
    expect(await (await clerk.request(`${at}/files/0`)).text()).toBe('../../x');
    for (const name of ['', 'n'.repeat(401)]) expect((await roomFor(name, 1)).status).toBe(400);
  });

  test('has names that a meeting file and the disk leave as they are', async () => {
    for (const name of [' Winter.pdf ', 'Winter.pdf', ' \t ', 'half \uD83D.pdf']) await roomFor(name, 1);
    const { files } = await stateOf(clerk, at);
    expect(files.map(({ name }) => name)).toEqual(['Winter.pdf', 'Winter (2).pdf', '_', 'half \uFFFD.pdf']);
  });

  test('leaves no file open of which only the size was asked', async ({ skip }) => {
    if (!existsSync('/proc/self/fd')) return skip('skipped: the system does not say what is open');
    const place = await giveFile(clerk, at, 'a.txt', 'x'.repeat(200_000));
    const asked = await clerk.request(`${at}/files/${place}`, { method: 'HEAD' });
    expect([asked.status, asked.headers.get('Content-Length')]).toEqual([200, '200000']);
    await (await clerk.request(`${at}/files/${place}`)).text();
    await vi.waitFor(() => expect(openFiles().filter((file) => file.startsWith(server.path))).toEqual([]));
  });

  test('is one of ten of a person at most', async () => {
    const begun = await Promise.all(Array.from({ length: 12 }, () => clerk.post('/imports', {})));
    const taken = begun.filter(({ status }) => status === 201);
    expect([taken.length, begun.filter(({ status }) => status === 409).length]).toEqual([9, 3]);
    expect(await begun.find(({ status }) => status === 409)?.json()).toEqual({ error: 'too_many_imports' });
    expect((await clerk.post(`${at}/remove`, {})).status).toBe(200);
    expect((await clerk.post('/imports', {})).status).toBe(201);
  });

  test('that was removed is there no more, on the disk neither', async () => {
    await giveFile(clerk, at, 'a.txt', 'x');
    expect((await clerk.post(`${at}/remove`, {})).status).toBe(200);
    expect(readdirSync(server.path)).toEqual([]);
    expect((await clerk.request(at)).status).toBe(404);
    expect((await clerk.post(`${at}/remove`, {})).status).toBe(404);
  });
});

/** Every request about the import that began. */
const everything = (): readonly (readonly [string, unknown?])[] => [
  [at],
  [`${at}/files/0`],
  [`${at}/files`, { name: 'x', size: 1 }],
  [`${at}/files/0?at=0`, 'x'],
  [`${at}/read`, { addresses: [], documents: false, password: null, meeting: null, apart: [] }],
  [`${at}/stop`, {}],
  [`${at}/publish`, { meeting: 0, draft: {} }],
  [`${at}/remove`, {}],
];

const statuses = async (tablet: Tablet): Promise<readonly number[]> => {
  const all = [(await tablet.request(`${at}/files/0`, { method: 'DELETE' })).status];
  for (const [path, body] of everything()) {
    all.push((await (body === undefined ? tablet.request(path) : tablet.post(path, body))).status);
  }
  return all;
};

describe('whoever did not begin it', () => {
  beforeEach(() => giveFile(clerk, at, 'a.txt', 'secret'));

  test('a member, and a clerk of one committee, is told that there is nothing', async () => {
    const { ids, store } = server.council;
    const grants = [{ role: 'clerk', committeeId: ids.committee }] as const;
    await store.addPerson({ id: ids.other, name: 'Olive Other', role: null, grants });
    for (const tablet of [await server.enrol('member'), await server.enrol('other')]) {
      expect(await statuses(tablet)).toEqual(Array(9).fill(404));
      expect((await tablet.request('/imports')).status).toBe(404);
      expect((await tablet.post('/imports', {})).status).toBe(404);
    }
    expect((await stateOf(clerk, at)).files).toHaveLength(1);
  });

  test('another clerk has a list without it and is told that there is nothing', async () => {
    const { ids, store } = server.council;
    const grants = [{ role: 'clerk', committeeId: null }] as const;
    await store.addPerson({ id: ids.other, name: 'Olive Other', role: null, grants });
    const other = await server.enrol('other');
    expect(await statuses(other)).toEqual(Array(9).fill(404));
    expect(await (await other.request('/imports')).json()).toEqual({ imports: [] });
    // The same clerk's second device has it.
    expect((await (await server.enrol('clerk')).request(at)).status).toBe(200);
  });

  test('nobody at all is told to sign in, and another site’s page is refused', async () => {
    const { app } = server.council;
    expect((await postTo(app, '/imports', {})).status).toBe(401);
    expect((await app.fetch(new Request(`http://localhost${at}/files/0`, { method: 'DELETE' }))).status).toBe(
      401,
    );
    for (const [path, method] of [
      ['remove', 'POST'],
      ['files/0', 'DELETE'],
    ] as const) {
      const headers = { 'Sec-Fetch-Site': 'cross-site' };
      expect((await clerk.request(`${at}/${path}`, { method, headers })).status).toBe(403);
    }
    expect((await stateOf(clerk, at)).files).toHaveLength(1);
  });
});
