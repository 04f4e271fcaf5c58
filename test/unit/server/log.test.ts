import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultWords } from '../../../src/server/observe/log.ts';
import { contentSecurityPolicy } from '../../../src/server/security-headers.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { valueOf } from './exposition.ts';
import { apology, declaration, reason } from './said.ts';
import { makeKeys, postTo, publicKeyOf, type Tablet } from './tablet.ts';
import { metricsToken, openWatchedApp, type WatchedApp } from './watched-app.ts';

let council: CouncilOfFour;
let watched: WatchedApp;

beforeEach(async () => {
  council = await createCouncilOfFour();
  watched = openWatchedApp(council);
});

describe('the log', () => {
  it('is one line a request: patterns, statuses and times', async () => {
    const member = await watched.enrol('member');
    await member.push([member.say(apology(council))]);
    await member.pull('secret-cursor');
    await member.request(`/blobs/${'0'.repeat(64)}`);
    await member.request('/sync/v1/somebody');
    expect(watched.parsed().map(({ route, status }) => [route, status])).toEqual([
      ['/enrol/v1', 201],
      ['/sync/v1/push', 200],
      ['/sync/v1/pull', 200],
      ['/blobs/:sha256{[0-9a-f]{64}}', 404],
      ['*', 404],
    ]);
    for (const line of watched.parsed()) {
      expect(Object.keys(line)).toEqual([
        'time',
        'level',
        'event',
        'request',
        'method',
        'route',
        'status',
        'ms',
      ]);
      expect(line).toMatchObject({ time: '2026-01-05T09:00:00.000Z', level: 'info', event: 'request' });
    }
  });

  it('names each request by something random, which the answer carries too', async () => {
    const answers = [
      await watched.get('/healthz', { 'X-Request-Id': 'Mary' }),
      await watched.get('/nowhere'),
    ];
    const ids = answers.map(({ headers }) => headers.get('X-Request-Id'));
    expect(watched.parsed().map(({ request }) => request)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/);
  });

  it('tells a refused enrolment by its code, and counts it', async () => {
    const publicKey = await publicKeyOf(await makeKeys());
    await postTo(watched.app, '/enrol/v1', { code: 'ABCD-EFGH', deviceName: 'x', publicKey });
    expect(watched.parsed()[0]).toMatchObject({ level: 'warn', event: 'enrol-refused', code: 'code_wrong' });
    const counts = await watched.metrics();
    expect(valueOf(counts, 'order_paper_enrol_refused_total', { code: 'code_wrong' })).toBe(1);
  });

  it('tells a fault without what it was about', async () => {
    await council.db.close();
    const answer = await watched.get('/council/v1');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: 'server_fault' });
    expect(answer.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
    const request = answer.headers.get('X-Request-Id');
    expect(watched.parsed()).toMatchObject([
      { level: 'error', event: 'fault', request, class: 'Error' },
      { level: 'error', event: 'request', request, route: '/council/v1', status: 500 },
    ]);
    expect(watched.lines.join('\n')).not.toContain('open');
  });

  it('takes no sentence for a class or a code', () => {
    const odd = Object.assign(new Error('Mary Member is ill'), { name: 'Mary Member', code: 'is ill' });
    expect(faultWords(odd)).toEqual({ class: 'Error', code: null });
    expect(faultWords('Mary Member')).toEqual({ class: 'string', code: null });
  });
});

/** Sends names, natures, codes and ids through every route there is; answers all that must not be told. */
const sayEverything = async (): Promise<readonly string[]> => {
  const secret = { reason: 'a hospital visit', nature: 'I own a field beside the road' };
  const { code } = await council.store.invite(council.ids.other);
  const publicKey = await publicKeyOf(await makeKeys());
  for (const typed of [code, 'ABCDEFGH', code]) {
    const body = { code: typed, deviceName: 'Tablet of Olive', publicKey };
    await postTo(watched.app, '/enrol/v1', body, { 'X-Request-Id': 'Olive Other' });
  }
  const member = await watched.enrol('member');
  const said = [
    member.say(apology(council)),
    member.say(reason(council, secret.reason)),
    member.say(declaration(council)),
    member.say({ type: secret.nature } as never),
  ];
  await member.push(said);
  await member.push([{ ...said[0], digest: '0'.repeat(64) }]);
  const { cursor } = await (await member.pull()).json();
  const { challenge } = await (
    await member.post('/session/v1/challenge', { deviceId: member.deviceId })
  ).json();
  const signature = await member.sign(challenge);
  await member.post('/session/v1', { deviceId: member.deviceId, challenge, signature });
  await member.post('/sync/v1/rescue', { push: JSON.stringify({ reason: secret.reason }), signature });
  const clerk = await watched.enrol('clerk');
  const { sha256 } = await council.store.putBlob(randomBytes(10));
  const paths = [`/blobs/${sha256}`, '/session/v1', '/sync/v1/set-aside', `/sync/v1/pull?cursor=${cursor}`];
  const odd = ['/council/v1?name=Mary%20Member', '/healthz', `/Mary%20Member/${member.personId}`, '/metrics'];
  for (const path of [...paths, ...odd]) await (await clerk.request(path)).text();
  const desk = `/imports/${clerk.deviceId}`;
  for (const path of ['/imports', desk, `${desk}/files/0`]) await (await clerk.request(path)).text();
  for (const path of ['', '/files', '/files/0?at=0', '/read', '/stop', '/publish', '/remove'])
    await clerk.post(`${desk}${path}`, { name: 'Olive Other.pdf', size: 1 });
  await clerk.post('/imports', {});
  await (await clerk.request('/sync/v1/events')).body?.cancel();
  await clerk.request('/sync/v1/pull', { method: 'DELETE' });
  const ids = [member, clerk].flatMap((one: Tablet) => [
    one.deviceId,
    one.personId,
    one.cookie.split('=')[1] ?? '',
  ]);
  const words = ['Mary', 'Olive', 'Clara', 'Carl', 'Tablet of', 'Test Council', 'hospital', 'field', 'Roads'];
  const bits = [code, code.replace('-', ''), sha256, cursor, challenge, signature, publicKey.x ?? ''];
  return [
    ...words,
    ...ids,
    ...bits,
    ...Object.values(council.ids),
    ...said.map((one) => one.event.id),
    metricsToken,
  ];
};

describe('whatever is sent through every route', () => {
  it('leaves no name, nature, id or code in any line of the log, nor in the metrics', async () => {
    const secrets = await sayEverything();
    const visited = new Set(
      watched.parsed().flatMap(({ route }) => (typeof route === 'string' ? [route] : [])),
    );
    const routes = watched.app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path);
    expect([...new Set(routes)].filter((path) => !visited.has(path))).toEqual([]);
    const page = await (await watched.get('/metrics', { Authorization: `Bearer ${metricsToken}` })).text();
    const told = `${watched.lines.join('\n')}\n${page}`.toLowerCase();
    expect(secrets.filter((secret) => secret === '' || told.includes(secret.toLowerCase()))).toEqual([]);
    expect(watched.lines.length).toBeGreaterThan(20);
  });

  it('leaves nothing either when the database fails in the middle, saying what it was given', async () => {
    const { db } = council;
    let breaks = false;
    const failing = {
      ...db,
      write: (work: Parameters<typeof db.write>[0]) =>
        breaks
          ? Promise.reject(new TypeError('cannot bind "a hospital visit" of Mary Member'))
          : db.write(work),
    };
    watched = openWatchedApp(council, { db: failing as typeof db });
    const member = await watched.enrol('member');
    breaks = true;
    expect((await member.push([member.say(reason(council))])).status).toBe(500);
    expect(watched.parsed().at(-2)).toMatchObject({ event: 'fault', class: 'TypeError', code: null });
    expect(watched.lines.join('\n')).not.toMatch(/hospital|Mary/);
  });
});
