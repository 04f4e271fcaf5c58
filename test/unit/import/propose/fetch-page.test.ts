import { createServer, type Server } from 'node:https';
import { lookup } from 'node:dns';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withPdfReaders } from '../../../../src/server/import/read-pdf.ts';
import { proposeFiles, type ProposeOptions } from '../../../../src/server/propose/propose-files.ts';
import { withServiceDates } from '../../../../src/understand/moderngov/service-dates.ts';
import { testCertificate, testKey } from '../../../support/test-certificate.ts';
import { samplePage, samplePdf } from './sample-page.ts';

const asked: string[] = [];
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
      response.end(
        samplePdf('Winter service plan', 'The salt barns are full and the routes were looked at.'),
      );
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetchPage = (changes: Partial<ProposeOptions> = {}) => {
  asked.length = 0;
  return withPdfReaders(1, (readers) =>
    proposeFiles([`https://${host}/ieListDocuments.aspx?CId=31&MId=812&Ver=4`], {
      readers,
      password: null,
      documents: true,
      keepFetched: true,
      rules: { allowed: new Set([host]), mostBytes: 1_000_000, timeoutMs: 5000 },
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
  expect(files.get('Winter service.pdf')).toBeInstanceOf(Uint8Array);
  // The front sheet that is not there is said, and refuses nothing else.
  expect(proposal.sources.filter(({ refused }) => refused !== null)).toHaveLength(1);
  expect(JSON.stringify(proposal)).toContain('"restricted":true');
});

test('only the page is fetched when nothing else is wanted', async () => {
  await fetchPage({ documents: false });
  expect(asked).toHaveLength(1);
});

test('a site of the own network that nobody allowed is not asked', async () => {
  const { proposal } = await fetchPage({ rules: { allowed: new Set(), mostBytes: 1000, timeoutMs: 5000 } });
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
