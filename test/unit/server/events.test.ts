import { beforeEach, describe, expect, it } from 'vitest';
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

  it('end when the device is revoked', async () => {
    const stream = await listen(tablet);
    await stream.next();
    const which = { column: 'id', value: tablet.deviceId } as const;
    revokeDevices(council.db, council.councilId, which, instant(council.clock.now));
    council.hub.poke();
    expect(await stream.next()).toBeNull();
  });
});
