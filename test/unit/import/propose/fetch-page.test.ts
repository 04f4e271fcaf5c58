import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { lookup } from 'node:dns';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { withPdfReaders } from '../../../../src/server/import/read-pdf.ts';
import { fetchRules } from '../../../../src/server/propose/fetch-rules.ts';
import { givenFiles } from '../../../../src/server/propose/given-files.ts';
import { keepIn } from '../../../../src/server/propose/keep-fetched.ts';
import { proposeFiles, type ProposeOptions } from '../../../../src/server/propose/propose-files.ts';
import { refusedSource } from '../../../../src/server/propose/refused-source.ts';
import { withServiceDates } from '../../../../src/understand/moderngov/service-dates.ts';
import { testCertificate, testKey } from '../../../support/test-certificate.ts';
import { samplePage, samplePdf } from '../../../support/sample-papers.ts';

const asked: string[] = [];
const paper = samplePdf('Winter service plan', 'The salt barns are full and the routes were looked at.');
let server: Server;
let host = '';

// The item's second paper is restricted, and the third lies on another site.
const page = samplePage.replace(
  '</table></div>',
  `<tr><td class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI903"></a>3.</p></td><td><p class="mgAiTitleTxt" >Depots</p>
<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList" >
<li><a href="mgReasonsRestricted.aspx?ID=5&amp;OID=9&amp;OT=D">View the reasons why document 'Depot leases' is restricted</a></li>
<li><a href="https://elsewhere.test/documents/s79/Other.pdf">Other</a></li></ul></td></tr></table></div>`,
);

beforeAll(async () => {
  server = createServer({ key: testKey, cert: testCertificate }, (request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.startsWith('/ieListDocuments.aspx') === true) {
      response.setHeader('content-type', 'text/html');
      response.end(page);
    } else if (request.url === '/documents/s77/Winter%20service.pdf') {
      response.end(paper);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const usualRules = () => ({ ...fetchRules(host), mostBytes: 1_000_000, timeoutMs: 5000 });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-paper-fetch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fetchPage = async (changes: Partial<ProposeOptions> = {}) => {
  asked.length = 0;
  const given = await givenFiles([`https://${host}/ieListDocuments.aspx?CId=31&MId=812&Ver=4`]);
  return withPdfReaders(1, (readers) =>
    proposeFiles(given, {
      readers,
      password: null,
      documents: true,
      keep: keepIn(folder),
      rules: usualRules(),
      outside: { lookup, ca: testCertificate },
      progress: () => {},
      ...changes,
    }),
  );
};

test('a page brings its documents, each once and each to its item, and nothing that is restricted or elsewhere', async () => {
  const { proposal, files } = await fetchPage();
  expect(asked.slice(1).toSorted()).toEqual([
    '/documents/g812/Agenda%20frontsheet%20Tuesday%2003-Feb-2026%2018.30%20Roads%20Panel.pdf?T=0',
    '/documents/s77/Winter%20service.pdf',
  ]);
  expect(proposal.meetings).toHaveLength(1);
  expect(proposal.meetings[0]?.papers).toMatchObject([{ file: 'Winter service.pdf', item: 1, doubt: null }]);
  expect(new Uint8Array(readFileSync(files.get('Winter service.pdf') ?? ''))).toEqual(paper);
  // The front sheet that is not there is said, and refuses nothing else.
  expect(proposal.sources.filter(({ refused }) => refused !== null)).toHaveLength(1);
  expect(JSON.stringify(proposal)).toContain('"restricted":true');
});

test('only the page is fetched when nothing else is wanted', async () => {
  await fetchPage({ documents: false });
  expect(asked).toHaveLength(1);
});

test('nothing more is fetched when everything together is too much, and what there was is still read', async () => {
  const { proposal } = await fetchPage({ rules: { ...usualRules(), mostBytesInAll: page.length + 10 } });
  // The page, the front sheet that is not there, and the paper that is too much: whatever came next is not asked for.
  expect(asked).toHaveLength(3);
  expect(proposal.meetings).toHaveLength(1);
  expect(proposal.sources.at(-1)).toMatchObject({
    kind: 'refused',
    refused: expect.stringContaining('together'),
  });
  const none = await fetchPage({ rules: { ...usualRules(), mostBytesInAll: page.length - 1 } });
  expect(asked).toHaveLength(1);
  expect(none.proposal.sources).toMatchObject([{ refused: expect.stringContaining('together') }]);
});

test('what the council has published is read together with what was given', async () => {
  const heard: string[] = [];
  const before = refusedSource('before', 'Not this.');
  const { proposal } = await fetchPage({
    published: async (sources) => {
      heard.push(...sources.map(({ source }) => source.kind));
      return [before];
    },
  });
  expect(heard).toEqual(['meeting-page', 'refused', 'report']);
  expect(proposal.sources.at(-1)).toEqual(before.source);
});

test('a site of the own network that nobody allowed is not asked', async () => {
  const { proposal } = await fetchPage({ rules: fetchRules() });
  expect(asked).toEqual([]);
  expect(proposal.sources[0]?.refused).not.toBeNull();
});

test.each([
  [
    '?lCommitteeId=711&sFromDate=2026-01-05&sToDate=2026-02-01',
    '?lCommitteeId=711&sFromDate=05/01/2026&sToDate=01/02/2026',
  ],
  ['?sFromDate=05/01/2026&sToDate=', '?sFromDate=05/01/2026&sToDate='],
  ['?sDateStart=2026-01-05', '?sDateStart=05/01/2026'],
  ['?title=2026-01-05', '?title=2026-01-05'],
])('%s is asked as the web service understands it', (given, sent) => {
  expect(withServiceDates(`https://council.test/mgWebService.asmx/GetMeetings${given}`)).toBe(
    `https://council.test/mgWebService.asmx/GetMeetings${sent}`,
  );
});
