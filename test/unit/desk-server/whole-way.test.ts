import { expect, test } from 'vitest';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import {
  askToRead,
  beginImport,
  giveFile,
  openDeskServer,
  readAll,
  stateOf,
  untilReading,
} from './at-desk.ts';

const paper = samplePdf('Roads Panel', 'Winter service plan', 'The salt barns are full.');

test('a page, a paper and a text come to a meeting, and the bytes come back for its pages', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  expect((await stateOf(clerk, at)).reading).toEqual({ kind: 'not-begun', wasStopped: false });
  await giveFile(clerk, at, 'page.html', samplePage);
  const place = await giveFile(clerk, at, 'folder/Winter service.pdf', paper);
  await giveFile(clerk, at, 'Pasted.txt', 'Nothing that anybody knows.');
  const { proposal, meetings } = await readAll(clerk, at);
  expect(proposal.sources.map(({ file, kind }) => [file, kind])).toEqual([
    ['page.html', 'meeting-page'],
    ['folder/Winter service.pdf', 'report'],
    ['Pasted.txt', 'report'],
  ]);
  expect(proposal.meetings).toHaveLength(1);
  expect(meetings[0]?.draft).toMatchObject({ committee: { name: 'Roads Panel' }, date: '2026-02-03' });
  const { imports } = await (await clerk.request('/imports')).json();
  expect(imports).toEqual([
    expect.objectContaining({ files: 3, committee: 'Roads Panel', date: '2026-02-03', reading: 'read' }),
  ]);

  const whole = await clerk.request(`${at}/files/${place}`);
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(paper);
  expect(whole.headers.get('Content-Disposition')).toBe('attachment');
  expect(whole.headers.get('Content-Type')).toBe('application/octet-stream');
  expect(whole.headers.get('Cache-Control')).toBe('no-store');
  const part = await clerk.request(`${at}/files/${place}`, { headers: { Range: 'bytes=5-8' } });
  expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes 5-8/${paper.length}`]);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(paper.slice(5, 9));
  const beyond = await clerk.request(`${at}/files/${place}`, { headers: { Range: 'bytes=999999-' } });
  expect(beyond.status).toBe(416);
});

test('nothing of names or words is in the log', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'Secret name.html', samplePage);
  await readAll(clerk, at);
  const told = server.lines.join('\n');
  expect(told).toContain('/imports/:id');
  expect(told).not.toMatch(/Secret|Guildhall|Roads/u);
  expect(told).not.toContain(at);
});

test('an address inside the own network is a refused source, and the rest is read', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  const addresses = [
    'https://127.0.0.1/mgAi.aspx?ID=1',
    'https://127.0.0.1/mgAi.aspx?ID=1',
    'http://x.test/',
  ];
  const { proposal } = await readAll(clerk, at, { addresses });
  expect(proposal.meetings).toHaveLength(1);
  expect(proposal.sources.slice(1)).toMatchObject([
    { file: addresses[0], kind: 'refused', refused: expect.stringContaining('own network') },
    { file: addresses[2], kind: 'refused', refused: expect.stringContaining('https://') },
  ]);
});

test('a file that has not arrived whole is refused by name, and its bytes are not given back', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  expect((await clerk.post(`${at}/files`, { name: 'late.pdf', size: 10 })).status).toBe(201);
  const { proposal } = await readAll(clerk, at);
  expect(proposal.sources).toMatchObject([{ refused: 'late.pdf has not arrived whole.' }]);
  expect((await clerk.request(`${at}/files/0`)).status).toBe(404);
});

test('what the council has published is asked for what was understood, and is read with it', async () => {
  const asked: unknown[] = [];
  const server = await openDeskServer({
    matching: {
      published: async (sources, said) => {
        asked.push([sources.map(({ source, paper }) => [source.file, paper?.text.pages ?? null]), said]);
        const [first] = sources;
        return first === undefined ? [] : [{ ...first, source: { ...first.source, file: 'published' } }];
      },
    },
  });
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'page.html', samplePage);
  await giveFile(clerk, at, 'Winter service.pdf', paper);
  const { meeting, committee } = server.council.ids;
  const said = { meeting: committee, apart: [meeting] };
  const { proposal } = await readAll(clerk, at, { ...said, password: 'open sesame' });
  const sources = [
    ['page.html', null],
    ['Winter service.pdf', []],
  ];
  expect(asked).toEqual([[sources, said]]);
  expect(proposal.sources.map(({ file }) => file)).toEqual(['page.html', 'Winter service.pdf', 'published']);
});

test('a request that is none is refused', async () => {
  const server = await openDeskServer();
  const clerk = await server.enrol('clerk');
  const at = await beginImport(clerk);
  for (const request of [{ apart: ['x'] }, { addresses: Array(21).fill('https://x.test') }, { more: 1 }]) {
    expect((await askToRead(clerk, at, request as never)).status).toBe(400);
  }
  expect((await stateOf(clerk, at)).reading.kind).toBe('not-begun');
  // An import without anything comes to nothing, and says so.
  expect((await askToRead(clerk, at)).status).toBe(202);
  expect((await untilReading(clerk, at, 'read')).proposal.sources).toEqual([]);
});
