import { beforeEach, describe, expect, it } from 'vitest';
import { pokePath } from '../../../src/protocol/pull.ts';
import { instant } from '../../../src/server/app-deps.ts';
import { revokeDevices } from '../../../src/server/devices.ts';
import { createCouncilOfFour, type CouncilOfFour } from './council-of-four.ts';
import { apology } from './said.ts';
import type { Tablet } from './tablet.ts';

let council: CouncilOfFour;
let tablet: Tablet;

beforeEach(async () => {
  council = await createCouncilOfFour();
  tablet = await council.enrol('member');
});

const listen = async (who: Tablet) => {
  const answer = await who.request('/sync/v1/events');
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  const next = async (): Promise<string | null> => {
    const { value, done } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { answer, next, leave: () => reader.cancel() };
};

describe('pokes', () => {
  it('say "pull" at once and after each push, and nothing else', async () => {
    const stream = await listen(tablet);
    expect(stream.answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(await stream.next()).toBe('data: pull\n\n');
    const other = await council.enrol('other');
    await other.push([other.say(apology(council))]);
    expect(await stream.next()).toBe('data: pull\n\n');
    await stream.leave();
  });

  it('of a push go to everybody, the person’s other devices too, but not to the device that pushed', async () => {
    const second = await council.enrol('member');
    const other = await council.enrol('other');
    const own = [await listen(tablet), await listen(tablet)];
    const others = [await listen(second), await listen(other)];
    for (const stream of [...own, ...others]) await stream.next();
    const heard = own.map((stream) => stream.next());
    await tablet.push([tablet.say(apology(council))]);
    for (const stream of others) expect(await stream.next()).toBe('data: pull\n\n');
    // Both ends are the next that they hear.
    const which = { column: 'id', value: tablet.deviceId } as const;
    await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
    council.hub.poke();
    expect(await Promise.all(heard)).toEqual([null, null]);
    for (const stream of others) await stream.leave();
  });

  it('end when the device is revoked', async () => {
    const stream = await listen(tablet);
    await stream.next();
    const which = { column: 'id', value: tablet.deviceId } as const;
    await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
    council.hub.poke();
    expect(await stream.next()).toBeNull();
  });
});

describe('streams', () => {
  beforeEach(async () => {
    council = await createCouncilOfFour({ streams: { device: 2, overall: 3 } });
    tablet = await council.enrol('member');
  });

  it('of one device are few: the oldest ends and is told to come back later, the newest go on', async () => {
    const [first, second] = [await listen(tablet), await listen(tablet)];
    await first.next();
    await second.next();
    const third = await listen(tablet);
    expect(await third.next()).toBe('data: pull\n\n');
    expect(await first.next()).toBe('retry: 30000\n\n');
    expect(await first.next()).toBeNull();
    council.hub.poke();
    expect([await second.next(), await third.next()]).toEqual(['data: pull\n\n', 'data: pull\n\n']);
    await second.leave();
    await third.leave();
  });

  it('are few in all: 429 says when to come back, and who has left makes room', async () => {
    const other = await council.enrol('other');
    const chair = await council.enrol('chair');
    const open = [await listen(tablet), await listen(tablet), await listen(other)];
    for (const stream of open) await stream.next();
    const refused = await chair.request(pokePath);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('30');
    expect(await refused.json()).toEqual({ error: 'too_many_streams', retryAfter: 30 });
    // A device that has one may have a newer one instead.
    const newer = await listen(other);
    expect(newer.answer.status).toBe(200);
    await newer.next();
    await newer.leave();
    const late = await listen(chair);
    expect(late.answer.status).toBe(200);
    expect(await late.next()).toBe('data: pull\n\n');
    for (const stream of [...open, late]) await stream.leave();
  });

  it('that end with their session give their place back', async () => {
    const chair = await council.enrol('chair');
    const other = await council.enrol('other');
    const open = [await listen(tablet), await listen(tablet), await listen(other)];
    for (const stream of open) await stream.next();
    const which = { column: 'id', value: tablet.deviceId } as const;
    await council.db.write(() => revokeDevices(council.councilId, which, instant(council.clock.now)));
    council.hub.poke();
    expect([await open[0]?.next(), await open[1]?.next()]).toEqual([null, null]);
    const late = await listen(chair);
    expect(late.answer.status).toBe(200);
    await late.leave();
    await open[2]?.leave();
  });
});
