import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../../src/server/app-deps.ts';
import { revokeDevices } from '../../../src/server/devices.ts';
import { rowsOf } from '../../support/rows-of.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { apology } from './said.ts';
import { postTo, type Tablet } from './tablet.ts';

let council: CouncilOfFour;
let tablet: Tablet;

beforeEach(async () => {
  council = await createCouncilOfFour();
  tablet = await council.enrol('member');
});

const revoke = async (): Promise<void> => {
  const which = { column: 'id', value: tablet.deviceId } as const;
  await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
};

const challenge = async (deviceId = tablet.deviceId): Promise<string> =>
  (await (await postTo(council.app, '/session/v1/challenge', { deviceId })).json()).challenge;

const renew = async (text: string, signature?: string): Promise<Response> =>
  postTo(council.app, '/session/v1', {
    deviceId: tablet.deviceId,
    challenge: text,
    signature: signature ?? (await tablet.sign(text)),
  });

describe('a session', () => {
  it('says who is signed in', async () => {
    const answer = await tablet.request('/session/v1');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ deviceId: tablet.deviceId, name: 'Mary Member' });
  });

  it('runs out, is renewed by the device’s key, and sends what waited', async () => {
    council.clock.now += 8 * 24 * 3600 * 1000;
    expect((await tablet.request('/session/v1')).status).toBe(401);
    const answer = await renew(await challenge());
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const again = await council.app.fetch(
      new Request('http://localhost/session/v1', { headers: { Cookie: cookie } }),
    );
    expect(again.status).toBe(200);
  });

  it('is not renewed by an old challenge, a used one or another key', async () => {
    const text = await challenge();
    expect((await renew(text)).status).toBe(200);
    expect((await renew(text)).status).toBe(401);
    const old = await challenge();
    council.clock.now += 5 * 60_000;
    expect((await renew(old)).status).toBe(401);
    const other = await council.enrol('other');
    const fresh = await challenge();
    expect((await renew(fresh, await other.sign(fresh))).status).toBe(401);
  });

  it('does not tell which devices exist', async () => {
    expect(await challenge('00000000-0000-7000-8000-000000000000')).toMatch(/^order-paper session /);
    expect(await rowsOf(council.db, 'select * from challenges')).toHaveLength(0);
  });

  it('keeps few challenges, however many are asked for', async () => {
    for (let asked = 0; asked < 30; asked += 1) await challenge();
    expect((await rowsOf(council.db, 'select * from challenges')).length).toBeLessThanOrEqual(5);
  });
});

const rescue = async (
  events: readonly unknown[],
  signer: Tablet = tablet,
  epoch = tablet.epoch,
): Promise<Response> => {
  const push = JSON.stringify({
    proto: 1,
    app: '0.0.0',
    deviceId: tablet.deviceId,
    epoch,
    sentAt: '2026-01-05T09:00:00.000Z',
    events,
  });
  return postTo(council.app, '/sync/v1/rescue', { push, signature: await signer.sign(push) });
};

describe('a revoked device', () => {
  it('is told so, and neither pushes nor pulls nor signs in', async () => {
    await revoke();
    for (const answer of [
      await tablet.push([tablet.say(apology(council))]),
      await tablet.pull(),
      await renew(await challenge()),
    ]) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({ error: 'device_revoked' });
    }
  });

  it('still hands over what it had to send, once, and nothing of it enters the log', async () => {
    const sent = tablet.say(apology(council));
    await tablet.push([sent]);
    tablet.say(apology(council));
    const left = tablet.say(apology(council));
    await revoke();
    const expected = [
      { status: 'duplicate', seq: 2 },
      { status: 'held', code: 'device_revoked' },
    ];
    expect(await (await rescue([sent, left])).json()).toMatchObject({ next: 4, results: expected });
    expect(await (await rescue([sent, left])).json()).toMatchObject({ next: 4, results: expected });
    expect(await rowsOf(council.db, 'select seq from log')).toHaveLength(2);
    expect(await rowsOf(council.db, "select id from set_aside where status = 'held'")).toHaveLength(1);
  });

  it.each([
    ['of a lost life of the server', 'another'],
    ['that was never heard', ''],
  ])('is told the epoch and its next n under an epoch %s, and nothing is taken', async (_which, epoch) => {
    await tablet.push([tablet.say(apology(council))]);
    tablet.say(apology(council));
    const left = tablet.say(apology(council));
    await revoke();
    for (const events of [[], [left]]) {
      const answer = await rescue(events, tablet, epoch);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toEqual({ error: 'epoch_changed', epoch: tablet.epoch, next: 2 });
    }
    expect(await rowsOf(council.db, 'select id from set_aside')).toEqual([]);
    expect(await rowsOf(council.db, "select last_n from devices where public_key <> ''")).toEqual([
      { last_n: 1 },
    ]);
  });

  it('hands over what has a number that was given before: a tablet was put back to its own backup', async () => {
    await tablet.push([tablet.say(apology(council)), tablet.say(apology(council))]);
    tablet.n = 2;
    const [late, later] = [tablet.say(apology(council)), tablet.say(apology(council))];
    await revoke();
    const held = { next: 5, results: [late, later].map(({ n }) => ({ n, status: 'held' })) };
    expect(await (await rescue([late, later])).json()).toMatchObject(held);
    expect(await (await rescue([late, later])).json()).toMatchObject(held);
    const aside = await rowsOf<{ envelope: string; n: number }>(
      council.db,
      'select envelope, n from set_aside order by n',
    );
    expect(aside.map(({ n, envelope }) => [n, JSON.parse(envelope)])).toEqual([
      [3, late],
      [4, later],
    ]);
    // The same id with other content is still nobody's record.
    const altered = { ...late, digest: '0'.repeat(64) };
    expect((await rescue([altered])).status).toBe(409);
  });

  it('is the only one that may, and only with its own key', async () => {
    const left = tablet.say(apology(council));
    expect((await rescue([left])).status).toBe(403);
    await revoke();
    expect((await rescue([left], await council.enrol('other'))).status).toBe(403);
    expect(await rowsOf(council.db, 'select id from set_aside')).toHaveLength(0);
  });
});
