import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchOnce, type FetchOutside, type FetchRules } from '../../../../src/server/fetch/fetch-once.ts';
import { fetchFaultSentence } from '../../../../src/server/fetch/fetch-fault.ts';
import { isPublicAddress } from '../../../../src/server/fetch/public-address.ts';
import { testCertificate, testKey } from '../../../support/test-certificate.ts';

let server: Server;
let port = 0;
const asked: string[] = [];

const answers: Readonly<Record<string, RequestListener>> = {
  '/page': (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<h1>Roads Panel</h1>');
  },
  '/moved': (_, response) => response.writeHead(302, { location: '/page' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'https://inside.test/page' }).end(),
  '/number': (_, response) => response.writeHead(302, { location: 'https://[::ffff:10.0.0.1]/' }).end(),
  '/plain': (_, response) => response.writeHead(302, { location: 'http://council.test/' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/gone': (_, response) => response.writeHead(404).end('no'),
  '/long': (_, response) => response.end(Buffer.alloc(2000)),
  '/never': () => {},
};

beforeAll(async () => {
  server = createServer({ key: testKey, cert: testCertificate }, (request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    answers[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Names as a test's own DNS answers them; everything allowed connects to the test's server. */
const outside = (names: Readonly<Record<string, readonly string[]>> = {}): FetchOutside => ({
  ca: testCertificate,
  lookup: ((name: string, options: { all?: boolean }, callback: (...answer: unknown[]) => void) => {
    const addresses = (names[name] ?? ['127.0.0.1']).map((address) => ({ address, family: 4 }));
    if (options.all === true) callback(null, addresses);
    else callback(null, addresses[0]?.address, 4);
  }) as FetchOutside['lookup'],
});

const rules = (changes: Partial<FetchRules> = {}): FetchRules => ({
  allowed: new Set([`council.test:${port}`]),
  mostBytes: 1000,
  timeoutMs: 5000,
  ...changes,
});

const at = (path: string): string => `https://council.test:${port}${path}`;

test('a page that the council has allowed is fetched, also after a redirect', async () => {
  const fetched = await fetchOnce(at('/moved'), rules(), outside());
  expect(fetched).toMatchObject({ ok: true, value: { address: at('/page'), mediaType: 'text/html' } });
  expect(fetched.ok && new TextDecoder().decode(fetched.value.bytes)).toBe('<h1>Roads Panel</h1>');
});

describe('is refused without being asked', () => {
  test.each([
    ['council.test/page', 'address'],
    ['http://council.test/page', 'https'],
    ['file:///etc/passwd', 'https'],
    ['https://clerk:secret@council.test/', 'password'],
    ['https://council.test:8443/', 'port'],
  ])('%s', async (address, problem) => {
    const fetched = await fetchOnce(address, rules(), outside());
    expect(fetched).toEqual({ ok: false, error: { kind: 'not-allowed', problem } });
  });

  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
    'https://[fd00::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://0.0.0.0/',
  ])('%s', async (address) => {
    expect(await fetchOnce(address, rules(), outside())).toMatchObject({
      ok: false,
      error: { kind: 'inside' },
    });
  });

  test.each([
    ['a name inside', ['10.0.0.7']],
    ['a name with one address outside and one inside', ['93.184.216.34', '127.0.0.1']],
  ])('%s', async (_, addresses) => {
    const before = asked.length;
    const fetched = await fetchOnce(
      'https://inside.test/page',
      rules(),
      outside({ 'inside.test': addresses }),
    );
    expect(fetched).toEqual({ ok: false, error: { kind: 'inside', host: 'inside.test' } });
    expect(asked).toHaveLength(before);
  });
});

test.each([
  ['/inside', { kind: 'inside', host: 'inside.test' }],
  ['/number', { kind: 'inside', host: '[::ffff:a00:1]' }],
  ['/plain', { kind: 'not-allowed', problem: 'https' }],
  ['/round', { kind: 'too-many-redirects' }],
  ['/gone', { kind: 'refused', status: 404 }],
  ['/long', { kind: 'too-large', mostBytes: 1000 }],
])('%s ends in one plain sentence', async (path, error) => {
  const fetched = await fetchOnce(at(path), rules(), outside());
  expect(fetched).toEqual({ ok: false, error });
  expect(!fetched.ok && fetchFaultSentence(fetched.error)).toMatch(/^[A-Z].*\.$/);
});

test('a site that never answers is given up', async () => {
  const fetched = await fetchOnce(at('/never'), rules({ timeoutMs: 50 }), outside());
  expect(fetched).toMatchObject({ ok: false, error: { kind: 'too-slow' } });
});

test('a certificate that nobody vouches for is not believed', async () => {
  const fetched = await fetchOnce(at('/page'), rules(), { lookup: outside().lookup });
  expect(fetched).toEqual({ ok: false, error: { kind: 'no-answer', host: 'council.test' } });
});

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
  ['100.64.0.1', false],
  ['192.168.0.1', false],
  ['172.16.0.1', false],
  ['224.0.0.1', false],
  ['2002:7f00:1::', false],
  ['fe80::1', false],
  ['not an address', false],
])('%s is outside: %s', (address, isOutside) => {
  expect(isPublicAddress(address)).toBe(isOutside);
});
