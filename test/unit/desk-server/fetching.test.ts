import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCertificate, testKey } from '../../support/test-certificate.ts';
import { samplePage, samplePdf } from '../../support/sample-papers.ts';
import { beginImport, giveFile, openDeskServer, readAll, stateOf } from './at-desk.ts';

const paper = samplePdf('Winter service plan', 'The salt barns are full and the routes were looked at.');
let server: Server;
let host = '';
beforeAll(async () => {
  server = createServer({ key: testKey, cert: testCertificate }, (request, response) => {
    if (request.url?.startsWith('/ieListDocuments.aspx') === true) response.end(samplePage);
    else if (request.url === '/documents/s77/Winter%20service.pdf') response.end(paper);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('what a reading fetches are files of the import, until it is read anew', async () => {
  const desk = await openDeskServer({ fetchAllow: host, ca: testCertificate });
  const clerk = await desk.enrol('clerk');
  const at = await beginImport(clerk);
  await giveFile(clerk, at, 'Winter service.pdf', samplePdf('Another paper'));
  const address = `https://${host}/ieListDocuments.aspx?CId=31&MId=812&Ver=4`;
  const { proposal } = await readAll(clerk, at, { addresses: [address], documents: true });
  const { files } = await stateOf(clerk, at);
  expect(files.map(({ place, name, size, here }) => [place, name, here === size])).toEqual([
    [0, 'Winter service.pdf', true],
    [1, address, true],
    [2, 'Winter service (2).pdf', true],
  ]);
  const known = new Set(proposal.sources.map(({ file }) => file));
  expect(files.filter(({ name }) => !known.has(name))).toEqual([]);
  const fetched = await clerk.request(`${at}/files/2`, { headers: { Range: 'bytes=0-' } });
  expect(fetched.status).toBe(206);
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(paper);
  // Nobody writes into what was fetched.
  expect((await clerk.request(`${at}/files/2?at=0`, { method: 'POST', body: 'x' })).status).toBe(404);
  expect(await (await clerk.request(`${at}/files/1`)).text()).toBe(samplePage);

  const place = await giveFile(clerk, at, 'more.txt', 'Some words of no paper.');
  expect(place).toBe(3);
  await readAll(clerk, at);
  expect((await stateOf(clerk, at)).files.map((file) => file.place)).toEqual([0, 3]);
  expect((await clerk.request(`${at}/files/1`)).status).toBe(404);
  await readAll(clerk, at, { addresses: [address] });
  expect((await stateOf(clerk, at)).files.map((file) => file.place)).toEqual([0, 3, 4]);
});
