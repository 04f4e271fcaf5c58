import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pullPath } from '../../../src/protocol/pull.ts';
import { pushMaxBytes, pushPath } from '../../../src/protocol/push.ts';
import { createCouncilOfFour } from './council-of-four.ts';
import { declaration } from './said.ts';
import type { Tablet } from './tablet.ts';

const sendPacked = (tablet: Tablet, body: Uint8Array<ArrayBuffer>, encoding = 'gzip') =>
  tablet.request(pushPath, { method: 'POST', body, headers: { 'Content-Encoding': encoding } });

const setUp = async () => {
  const council = await createCouncilOfFour();
  const tablet = await council.enrol('member');
  const body = (events: readonly unknown[], extra = {}): string =>
    JSON.stringify({
      proto: 1,
      app: '0.0.0',
      deviceId: tablet.deviceId,
      epoch: tablet.epoch,
      sentAt: '2026-01-05T09:00:00.000Z',
      events,
      ...extra,
    });
  return { council, tablet, body };
};

test('a packed push is taken as a plain one', async () => {
  const { council, tablet, body } = await setUp();
  const said = tablet.say(declaration(council));
  const answer = await sendPacked(tablet, new Uint8Array(gzipSync(body([said]))));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ results: [{ id: said.event.id, status: 'applied' }] });
});

test.each(['gzip', 'GZIP'])(
  'a few bytes (%s) that would fill the memory are refused while they inflate',
  async (name) => {
    const { tablet, body } = await setUp();
    const bomb = new Uint8Array(gzipSync(body([], { pad: ' '.repeat(100 * pushMaxBytes) })));
    expect(bomb.length).toBeLessThan(pushMaxBytes);
    const before = process.memoryUsage.rss();
    const answer = await sendPacked(tablet, bomb, name);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: 'too_large' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * pushMaxBytes);
  },
);

test('just over the limit is too large, packed or not', async () => {
  const { tablet, body } = await setUp();
  const frame = body([], { pad: '' }).length;
  const long = body([], { pad: 'x'.repeat(pushMaxBytes - frame + 1) });
  expect(long.length).toBe(pushMaxBytes + 1);
  expect((await sendPacked(tablet, new Uint8Array(gzipSync(long)))).status).toBe(413);
  expect((await tablet.post(pushPath, long)).status).toBe(413);
});

test.each([
  ['cut off', (packed: Uint8Array) => packed.subarray(0, packed.length - 12)],
  ['not packed at all', () => new TextEncoder().encode('{"proto":1}')],
  ['empty', () => new Uint8Array()],
])('a body that says it is packed and is %s is refused', async (_, damage) => {
  const { tablet, body } = await setUp();
  const answer = await sendPacked(tablet, new Uint8Array(damage(gzipSync(body([])))));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: 'bad_json' });
});

const pullWith = (tablet: Tablet, headers: Record<string, string>) => tablet.request(pullPath, { headers });

test('an answer is packed for whoever takes it packed, and says the same', async () => {
  const { council, tablet } = await setUp();
  await tablet.push(Array.from({ length: 5 }, () => tablet.say(declaration(council))));
  const plain = await pullWith(tablet, {});
  const packed = await pullWith(tablet, { 'Accept-Encoding': 'gzip, deflate, br' });
  expect(plain.headers.get('Content-Encoding')).toBeNull();
  expect(packed.headers.get('Content-Encoding')).toBe('gzip');
  const text = await plain.text();
  const bytes = new Uint8Array(await packed.arrayBuffer());
  expect(Number(packed.headers.get('Content-Length'))).toBe(bytes.length);
  expect(bytes.length).toBeLessThan(text.length / 2);
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(JSON.parse(text));
  expect(packed.headers.get('Vary')).toBe('Accept-Encoding');
  expect(plain.headers.get('Vary')).toBe('Accept-Encoding');
});

test('the tag of a packed answer is the one that finds nothing new', async () => {
  const { tablet } = await setUp();
  const packed = await pullWith(tablet, { 'Accept-Encoding': 'gzip' });
  const { cursor } = (await (await pullWith(tablet, {})).json()) as { cursor: string };
  const again = await tablet.request(`${pullPath}?cursor=${encodeURIComponent(cursor)}`, {
    headers: { 'If-None-Match': packed.headers.get('ETag') ?? '', 'Accept-Encoding': 'gzip' },
  });
  expect(again.status).toBe(304);
});

test.each(['', 'br', 'gzip;q=0', 'identity'])(
  'nobody is given what they do not take: %o',
  async (accepted) => {
    const { council, tablet } = await setUp();
    await tablet.push([tablet.say(declaration(council)), tablet.say(declaration(council))]);
    const answer = await pullWith(tablet, accepted === '' ? {} : { 'Accept-Encoding': accepted });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(await answer.json()).toMatchObject({ more: false });
  },
);
