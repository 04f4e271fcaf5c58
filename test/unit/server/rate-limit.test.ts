import { beforeEach, describe, expect, it } from 'vitest';
import { pushMaxBytes } from '../../../src/protocol/push.ts';
import { usualRates, type RateLimits } from '../../../src/server/http/limits.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { valueOf } from './exposition.ts';
import { apology } from './said.ts';
import { postTo } from './tablet.ts';
import { openWatchedApp } from './watched-app.ts';

const few = { session: { burst: 3, perSecond: 0.5 }, address: { burst: 5, perSecond: 0.5 } };
let council: CouncilOfFour;
beforeEach(async () => {
  council = await createCouncilOfFour();
});

const open = (limits: Partial<RateLimits>) =>
  openWatchedApp(council, { limits: { ...usualRates, ...limits } });
const times = async <T>(count: number, one: () => Promise<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  while (all.length < count) all.push(await one());
  return all;
};

describe('requests that come too fast', () => {
  it('of one session are refused with 429 and when to come back; others are not; nothing is lost', async () => {
    const watched = open({ push: few });
    const member = await watched.enrol('member');
    const other = await watched.enrol('other');
    const answers = await times(4, () => member.push([member.say(apology(council))]));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const refused = answers[3];
    expect(refused?.headers.get('Retry-After')).toBe('2');
    expect(refused?.headers.get('X-Order-Paper')).toBe('1');
    expect(await refused?.json()).toEqual({ error: 'too_many_requests', retryAfter: 2 });
    expect((await other.push([other.say(apology(council))])).status).toBe(200);
    expect((await member.pull()).status).toBe(200);
    council.clock.now += 2000;
    member.n -= 1;
    expect((await member.push([member.say(apology(council))])).status).toBe(200);
    expect(watched.parsed()).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'rate-refused', group: 'push' }),
    );
    expect(valueOf(await watched.metrics(), 'order_paper_rate_refused_total', { group: 'push' })).toBe(1);
  });

  it('from one address are refused, whatever session they show; other addresses are not', async () => {
    const watched = open({ pull: few });
    const from = async (remote: string, forwarded?: string) => {
      const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
      return (await watched.get('/sync/v1/pull', headers, remote)).status;
    };
    expect(await times(6, () => from('203.0.113.9'))).toEqual([401, 401, 401, 401, 401, 429]);
    // Whoever claims another address is not believed, but a proxy on this machine is.
    expect(await from('203.0.113.9', '203.0.113.10')).toBe(429);
    expect(await from('203.0.113.10')).toBe(401);
    expect(await times(6, () => from('127.0.0.1', '1.1.1.1'))).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await from('127.0.0.1', '1.1.1.2')).toBe(401);
    // One household has a whole IPv6 network.
    await times(5, () => from('2001:db8:1:2:3::4'));
    expect([await from('2001:db8:1:2:9::9'), await from('2001:db8:1:3::4')]).toEqual([429, 401]);
  });

  it('with codes to try are refused before a code is looked at', async () => {
    const watched = open({ enrol: few });
    const { code } = await council.store.invite(council.ids.member);
    const body = { code: 'ABCD-EFGH', deviceName: 'x', publicKey: {} };
    const headers = { Cookie: 'session=somebody' };
    const answers = await times(4, () => postTo(watched.app, '/enrol/v1', body, headers));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 429]);
    expect(code).toHaveLength(9);
  });
});

describe('a body', () => {
  it.each(['/sync/v1/push', '/enrol/v1', '/session/v1', '/session/v1/challenge', '/sync/v1/rescue'])(
    'that is too large is refused with 413: %s',
    async (path) => {
      const watched = open({});
      const member = await watched.enrol('member');
      const answer = await member.post(path, JSON.stringify({ a: 'x'.repeat(2 * pushMaxBytes) }));
      expect([answer.status, await answer.json()]).toEqual([413, { error: 'too_large' }]);
    },
  );
});
