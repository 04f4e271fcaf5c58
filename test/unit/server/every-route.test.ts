import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../../src/server/app-deps.ts';
import { revokeDevices } from '../../../src/server/devices.ts';
import { contentSecurityPolicy } from '../../../src/server/security-headers.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { postTo, type Tablet } from './tablet.ts';

/**
 * Every route as nobody, as another councillor, as a revoked device and as a clerk. A route that is not
 * in this table fails the test: nobody can add one and forget to say who may use it.
 */
interface RouteRow {
  readonly path: string;
  readonly body?: unknown;
  /** Statuses expected of nobody, another councillor, a revoked device, a clerk. */
  readonly expected: readonly [number, number, number, number];
}

let council: CouncilOfFour;
let paper: string;

beforeEach(async () => {
  council = await createCouncilOfFour();
  paper = (await council.store.putBlob(randomBytes(3000))).sha256;
});

const device = '00000000-0000-7000-8000-000000000000';
const key = { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' };

/** The clerk's desk: this server has none, and it says to a clerk what it says to everybody. */
function deskRoutes(): Readonly<Record<string, RouteRow>> {
  const one = ':id{[0-9a-f-]{36}}';
  const file = 'files/:place{[0-9]{1,6}}';
  const names = [
    'GET /imports',
    'POST /imports',
    `GET /imports/${one}`,
    `GET /imports/${one}/${file}`,
    `POST /imports/${one}/${file}`,
    `DELETE /imports/${one}/${file}`,
    ...['files', 'read', 'stop', 'publish', 'remove'].map((act) => `POST /imports/${one}/${act}`),
  ];
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        path: (name.split(' ')[1] ?? '').replace(one, device).replace(file, 'files/0?at=0'),
        ...(name.startsWith('POST') ? { body: {} } : {}),
        expected: [401, 404, 403, 404],
      },
    ]),
  );
}

const table: Readonly<Record<string, RouteRow>> = {
  'GET /healthz': { path: '/healthz', expected: [200, 200, 200, 200] },
  // Only from this very machine or with the token; nobody else learns that it is there.
  'GET /metrics': { path: '/metrics', expected: [404, 404, 404, 404] },
  'GET /council/v1': { path: '/council/v1', expected: [200, 200, 200, 200] },
  // Open by nature; each has its own proof: a code, a signature.
  'POST /enrol/v1': {
    path: '/enrol/v1',
    body: { code: 'x', deviceName: 'x', publicKey: key },
    expected: [400, 400, 400, 400],
  },
  'POST /session/v1/challenge': {
    path: '/session/v1/challenge',
    body: { deviceId: device },
    expected: [200, 200, 200, 200],
  },
  'POST /session/v1': {
    path: '/session/v1',
    body: { deviceId: device, challenge: 'x', signature: 'x' },
    expected: [401, 401, 401, 401],
  },
  'POST /sync/v1/rescue': {
    path: '/sync/v1/rescue',
    body: {
      push: `{"proto":1,"app":"","deviceId":"${device}","epoch":"","sentAt":"2026-01-05T09:00:00.000Z","events":[]}`,
      signature: 'x',
    },
    expected: [403, 403, 403, 403],
  },
  'GET /session/v1': { path: '/session/v1', expected: [401, 200, 403, 200] },
  'POST /sync/v1/push': { path: '/sync/v1/push', body: {}, expected: [401, 400, 403, 400] },
  'GET /sync/v1/pull': { path: '/sync/v1/pull', expected: [401, 200, 403, 200] },
  'GET /sync/v1/events': { path: '/sync/v1/events', expected: [401, 200, 403, 200] },
  // Only for clerks.
  'GET /sync/v1/set-aside': { path: '/sync/v1/set-aside', expected: [401, 403, 403, 200] },
  ...deskRoutes(),
  'GET /blobs/:sha256{[0-9a-f]{64}}': { path: '/blobs/PAPER', expected: [401, 200, 403, 200] },
};

const ask = async (
  row: RouteRow,
  method: string,
  tablet: Tablet | null,
  given: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const path = row.path.replace('PAPER', paper);
  const headers = new Headers(given);
  if (tablet !== null) headers.set('Cookie', tablet.cookie);
  const body = row.body === undefined ? {} : { body: JSON.stringify(row.body) };
  const answer = await council.app.fetch(
    new Request(`http://localhost${path}`, { method, headers, ...body }),
  );
  // An event stream never ends by itself.
  await answer.body?.cancel();
  return answer;
};

const promised = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Order-Paper': '1',
  'Cache-Control': 'no-store',
};

const routes = (): readonly string[] => [
  ...new Set(
    council.app.routes
      .filter((route) => route.method !== 'ALL')
      .map((route) => `${route.method} ${route.path}`),
  ),
];

describe('every route', () => {
  it('is in the table', () => {
    expect(routes().toSorted()).toEqual(Object.keys(table).toSorted());
  });

  it('answers each of four callers as the table says', async () => {
    const other = await council.enrol('other');
    const clerk = await council.enrol('clerk');
    const revoked = await council.enrol('member');
    const which = { column: 'id', value: revoked.deviceId } as const;
    await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
    const seen: Record<string, readonly number[]> = {};
    for (const [name, row] of Object.entries(table)) {
      const method = name.split(' ')[0] ?? '';
      const statuses: number[] = [];
      for (const caller of [null, other, revoked, clerk]) {
        statuses.push((await ask(row, method, caller)).status);
      }
      seen[name] = statuses;
    }
    const expected = Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row.expected]));
    expect(seen).toEqual(expected);
  });

  it('carries the policy, is kept by no cache and says that it is not a captive portal', async () => {
    for (const [name, row] of Object.entries(table)) {
      const { headers } = await ask(row, name.split(' ')[0] ?? '', null);
      const names = Object.keys(promised);
      const sent = Object.fromEntries(names.map((header) => [header, headers.get(header)]));
      expect({ route: name, ...sent }).toEqual({ route: name, ...promised });
    }
  });

  it('that changes something is refused to another site’s page', async () => {
    for (const [name, row] of Object.entries(table)) {
      const method = name.split(' ')[0] ?? '';
      if (method === 'GET') continue;
      const foreign: readonly Record<string, string>[] = [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'https://elsewhere.example' },
        { Origin: 'null' },
      ];
      for (const headers of foreign) {
        const answer = await ask(row, method, null, headers);
        expect([name, answer.status]).toEqual([name, 403]);
      }
    }
    const own = await postTo(
      council.app,
      '/session/v1/challenge',
      { deviceId: device },
      {
        Origin: 'http://localhost',
        'Sec-Fetch-Site': 'same-origin',
      },
    );
    expect(own.status).toBe(200);
  });

  it('that does not exist is JSON', async () => {
    const answer = await council.app.fetch(new Request('http://localhost/sync/v1/nothing'));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: 'not_found' });
  });
});
