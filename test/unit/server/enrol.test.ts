import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../../src/server/app-deps.ts';
import { revokeDevices } from '../../../src/server/devices.ts';
import { triesAllowed } from '../../../src/server/enrol-tries.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { makeKeys, postTo, publicKeyOf } from './tablet.ts';

let council: CouncilOfFour;
let publicKey: Awaited<ReturnType<typeof publicKeyOf>>;

beforeEach(async () => {
  council = await createCouncilOfFour();
  publicKey = await publicKeyOf(await makeKeys());
});

const invite = async (): Promise<string> => (await council.store.invite(council.ids.member)).code;

const enrol = async (code: string, key: unknown = publicKey) => {
  const answer = await postTo(council.app, '/enrol/v1', { code, deviceName: 'Tablet', publicKey: key });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
};

const devices = async (): Promise<number> =>
  (await rowsOf(council.db, "select id from devices where kind = 'tablet'")).length;

describe('a code', () => {
  it('makes a device with a session', async () => {
    const { status, body, headers } = await enrol(await invite());
    expect(status).toBe(201);
    expect(body).toMatchObject({ personId: council.ids.member, name: 'Mary Member' });
    expect(body.grants).toEqual([{ role: 'member', committeeId: council.ids.committee }]);
    expect(headers.get('Set-Cookie')).toMatch(
      /^session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('gives a cookie that only https carries anywhere but on this machine', async () => {
    const answer = await council.app.fetch(
      new Request('https://papers.example/enrol/v1', {
        method: 'POST',
        body: JSON.stringify({ code: await invite(), deviceName: 'Tablet', publicKey }),
      }),
    );
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is forgiven small letters, spaces, dashes and look-alikes', async () => {
    const typed = (await invite()).toLowerCase().replace('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await enrol(` ${typed.slice(0, 2)} ${typed.slice(2)}–`)).status).toBe(201);
  });

  it('works once', async () => {
    const code = await invite();
    await enrol(code);
    const otherKey = await publicKeyOf(await makeKeys());
    expect(await enrol(code, otherKey)).toMatchObject({ status: 410, body: { error: 'code_used' } });
    expect(await devices()).toBe(1);
  });

  it('is answered again to the same key, with the same device and a new session', async () => {
    const code = await invite();
    const first = await enrol(code);
    council.clock.now += 1000;
    const again = await enrol(code.toLowerCase());
    expect(again).toMatchObject({ status: 200, body: first.body });
    const cookie = (again.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).not.toBe((first.headers.get('Set-Cookie') ?? '').split(';')[0]);
    const self = await council.app.fetch(
      new Request('http://localhost/session/v1', { headers: { Cookie: cookie } }),
    );
    expect(await self.json()).toEqual(first.body);
    expect(await devices()).toBe(1);
  });

  it('is not answered again after its 72 hours, nor to a device that was revoked, nor for another code', async () => {
    const [code, second] = [await invite(), await invite()];
    const { body } = await enrol(code);
    council.clock.now += 1;
    const key = await publicKeyOf(await makeKeys());
    await enrol(second, key);
    // The same person, a key that is known, but not this code's.
    expect(await enrol(code, key)).toMatchObject({ status: 410, body: { error: 'code_used' } });
    const which = { column: 'id', value: body.deviceId } as const;
    await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
    expect(await enrol(code)).toMatchObject({ status: 410, body: { error: 'code_used' } });
    council.clock.now += 72 * 3600 * 1000;
    expect(await enrol(second, key)).toMatchObject({ status: 410, body: { error: 'code_used' } });
  });

  it('works for 72 hours', async () => {
    const [code, late] = [await invite(), await invite()];
    council.clock.now += 72 * 3600 * 1000 - 1;
    expect((await enrol(code)).status).toBe(201);
    council.clock.now += 1;
    expect(await enrol(late)).toMatchObject({ status: 410, body: { error: 'code_expired' } });
  });

  it('is kept as a hash only', async () => {
    const code = await invite();
    const kept = JSON.stringify(await rowsOf(council.db, 'select * from invites'));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replace('-', ''));
  });

  it.each(['', '0000-0000', 'UUUU-UUUU', '1234'])('is wrong: %j', async (code) => {
    expect(await enrol(code)).toMatchObject({ status: 404, body: { error: 'code_wrong' } });
    expect(await devices()).toBe(0);
  });

  it('comes with fields of a later version, which are ignored', async () => {
    const body = { code: await invite(), deviceName: 'Tablet', publicKey, locale: 'pl' };
    expect((await postTo(council.app, '/enrol/v1', body)).status).toBe(201);
  });

  it('is not used up by a key that is none', async () => {
    const code = await invite();
    const bad = await enrol(code, { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' });
    expect(bad).toMatchObject({ status: 400, body: { error: 'bad_request' } });
    expect((await enrol(code)).status).toBe(201);
  });
});

const enrolFrom = async (socket: string, forwarded: string | null, code = '0000-0000') => {
  const headers = forwarded === null ? new Headers() : new Headers({ 'X-Forwarded-For': forwarded });
  const body = JSON.stringify({ code, deviceName: 'Tablet', publicKey });
  const request = new Request('http://localhost/enrol/v1', { method: 'POST', body, headers });
  const env = { incoming: { socket: { remoteAddress: socket } } };
  return (await council.app.fetch(request, env)).status;
};
const guessFrom = async (socket: string, forwarded: string | null): Promise<void> => {
  for (let tries = 0; tries < triesAllowed.address; tries += 1) await enrolFrom(socket, forwarded);
};

describe('guessing', () => {
  it('has to wait after ten failures, even with a right code, and may go on later', async () => {
    for (let tries = 0; tries < triesAllowed.address; tries += 1) await enrol('0000-0000');
    const code = await invite();
    const refused = await enrol(code);
    expect(refused).toMatchObject({ status: 429, body: { error: 'too_many_tries' } });
    expect(refused.headers.get('Retry-After')).toBe('900');
    council.clock.now += 900_000;
    expect((await enrol(code)).status).toBe(201);
  });

  it('from many addresses is slowed down together', async () => {
    const at = new Date(council.clock.now).toISOString();
    for (let tries = 0; tries < triesAllowed.overall; tries += 1) {
      await rowsOf(
        council.db,
        'insert into tries values (?, ?, ?)',
        council.councilId,
        at,
        `address ${tries}`,
      );
    }
    expect(await enrol(await invite())).toMatchObject({ status: 429, body: { error: 'too_many_tries' } });
  });

  it('behind a proxy on this machine slows down only who guesses', async () => {
    await guessFrom('127.0.0.1', '192.0.2.1');
    expect(await enrolFrom('127.0.0.1', '192.0.2.1', await invite())).toBe(429);
    expect(await enrolFrom('::ffff:127.0.0.1', '192.0.2.2', await invite())).toBe(201);
    // Only what the proxy itself wrote last counts; the rest came from the guesser.
    expect(await enrolFrom('127.0.0.1', '192.0.2.9, 192.0.2.1', await invite())).toBe(429);
  });

  it('from elsewhere cannot pretend to be somebody else', async () => {
    await guessFrom('192.0.2.1', '192.0.2.7');
    expect(await enrolFrom('192.0.2.1', '192.0.2.8', await invite())).toBe(429);
    expect(await enrolFrom('192.0.2.3', '192.0.2.7', await invite())).toBe(201);
  });
});
