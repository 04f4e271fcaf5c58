import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { samplePage } from '../../support/sample-papers.ts';
import { askToRead, beginImport, giveFile, openDeskServer, readAll, stateOf } from './at-desk.ts';

const dayMs = 24 * 3600 * 1000;
const idOf = (at: string): string => at.split('/')[2] ?? '';

test('an import that nobody touched for two weeks is gone with the next list; one that was looked at is not', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const old = await beginImport(clerk);
  const used = await beginImport(clerk);
  const listed = async (): Promise<readonly string[]> => {
    // A week is as long as a session is good for.
    const { imports } = await (await (await server.enrol('clerk')).request('/imports')).json();
    return imports.map(({ id }: { id: string }) => `/imports/${id}`);
  };
  server.council.clock.now += 10 * dayMs;
  expect(await listed()).toEqual([used, old]);
  await stateOf(await server.enrol('clerk'), used);
  server.council.clock.now += 4 * dayMs + 1;
  expect(await listed()).toEqual([used]);
  expect(readdirSync(server.path)).toEqual([idOf(used)]);
  server.council.clock.now += 15 * dayMs;
  await server.desk.close();
  await openDeskServer({}, server);
  expect(readdirSync(server.path)).toEqual([]);
});

test('one that is being read is kept, however long that takes', async () => {
  const arrived = vi.fn<() => void>();
  const published = () => {
    arrived();
    return new Promise<never>(() => {});
  };
  const server = await openDeskServer({ matching: { published } });
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await askToRead(clerk, at);
  await vi.waitFor(() => expect(arrived).toHaveBeenCalled(), 50_000);
  server.council.clock.now += 15 * dayMs;
  await (await server.enrol('clerk')).request('/imports');
  expect(existsSync(join(server.path, idOf(at)))).toBe(true);
});

test('what a kill left half made is cleared away, and nothing else', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await readAll(clerk, at);
  await server.desk.close();
  expect(existsSync(join(server.path, idOf(at), 'fetched'))).toBe(false);
  const own = join(server.path, idOf(at));
  const half = join(server.path, '0198a0aa-0000-7000-8000-000000000001');
  const later = join(server.path, '0198a0aa-0000-7000-8000-000000000002');
  const older = join(server.path, '0198a0aa-0000-7000-8000-000000000003');
  for (const folder of [half, later, older, join(server.path, 'mine'), join(own, 'fetched')])
    mkdirSync(folder);
  writeFileSync(join(own, 'files', '7'), 'fetched and not yet named');
  writeFileSync(join(own, 'import.json.partial'), '{"form');
  writeFileSync(join(half, 'import.json.partial'), '{}');
  // Of a version that is to come, to which somebody may go back.
  for (const folder of [later, older]) writeFileSync(join(folder, 'import.json'), '{"format":2}');
  const now = new Date(server.council.clock.now);
  utimesSync(join(later, 'import.json'), now, now);
  const before = new Date(server.council.clock.now - 15 * dayMs);
  utimesSync(join(older, 'import.json'), before, before);

  const again = await openDeskServer({}, server);
  expect(readdirSync(server.path).toSorted()).toEqual(
    [idOf(at), '0198a0aa-0000-7000-8000-000000000002', 'mine'].toSorted(),
  );
  expect(readdirSync(join(own, 'files'))).toEqual(['0']);
  expect(existsSync(join(own, 'fetched'))).toBe(false);
  const clerkAgain = await again.enrol('clerk');
  expect((await stateOf(clerkAgain, at)).reading.kind).toBe('read');
  await giveFile(clerkAgain, at, 'more.txt', 'x');
  expect(JSON.parse(readFileSync(join(own, 'import.json'), 'utf8')).files).toHaveLength(2);
});

test('no password is kept on the disk', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  const addresses = [
    'https://clara:secret@site.example/mgMeeting.aspx',
    'https:\\\\clara:secret@site.example',
  ];
  const { proposal } = await readAll(clerk, at, { password: 'the clerk’s secret', addresses });
  expect(proposal.sources.map(({ file, refused }) => [file, refused])).toEqual([
    ['page.html', null],
    ['https://site.example/mgMeeting.aspx', 'An address with a password in it is not fetched.'],
    ['https:\\\\site.example', 'An address with a password in it is not fetched.'],
  ]);
  for (const name of ['import.json', 'result.json']) {
    expect(readFileSync(join(server.path, idOf(at), name), 'utf8')).not.toContain('secret');
  }
});
