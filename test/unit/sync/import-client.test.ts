import { expect, test } from 'vitest';
import { importPartMaxBytes } from '../../../src/protocol/imports.ts';
import { begunAt, id, kept, path, setUp, state, type Says } from './import-server.ts';

/** Lets what is under way go on until nothing more happens without time passing. */
const turn = (): Promise<void> => new Promise(setImmediate);

const big = new Blob([new Uint8Array(importPartMaxBytes * 2 + 10)]);

test('a file goes in parts, each from where the one before ended', async () => {
  const { client, asked } = setUp({
    [`GET /imports/${id}`]: [[200, state()]],
    [`POST /imports/${id}/files`]: [[201, { place: 0 }]],
    [path(0)]: kept(importPartMaxBytes),
    [path(importPartMaxBytes)]: kept(importPartMaxBytes * 2),
    [path(importPartMaxBytes * 2)]: kept(big.size),
  });
  const heard: number[] = [];
  const sent = await client.sendFile(id, { name: 'a/pack.pdf', bytes: big }, (bytes) => heard.push(bytes));
  expect(sent).toEqual({ ok: true, value: undefined });
  expect(asked.map(({ what, body }) => [what, body])).toEqual([
    [`GET /imports/${id}`, null],
    [`POST /imports/${id}/files`, { name: 'a/pack.pdf', size: big.size }],
    [path(0), importPartMaxBytes],
    [path(importPartMaxBytes), importPartMaxBytes],
    [path(importPartMaxBytes * 2), 10],
  ]);
  expect(heard).toEqual([0, importPartMaxBytes, importPartMaxBytes * 2, big.size]);
});

test('a file that is partly there goes on where it was, one that is whole is not sent again', async () => {
  const there = [
    { place: 0, name: 'whole.pdf', size: big.size, here: big.size },
    { place: 1, name: 'part.pdf', size: big.size, here: importPartMaxBytes * 2 },
    { place: 2, name: 'other.pdf', size: 5, here: 5 },
  ];
  const { client, asked } = setUp({
    [`GET /imports/${id}`]: [[200, state(there)]],
    [`POST /imports/${id}/files`]: [[201, { place: 3 }]],
    [path(importPartMaxBytes * 2, 1)]: kept(big.size),
    [path(0, 3)]: kept(3),
  });
  const heard: number[] = [];
  for (const name of ['whole.pdf', 'part.pdf']) {
    expect(await client.sendFile(id, { name, bytes: big }, (bytes) => heard.push(bytes))).toMatchObject({
      ok: true,
    });
  }
  // The same name with another size is another file.
  expect(
    await client.sendFile(id, { name: 'other.pdf', bytes: new Blob(['abc']) }, () => undefined),
  ).toMatchObject({ ok: true });
  expect(asked.map(({ what }) => what)).toEqual([
    `GET /imports/${id}`,
    path(importPartMaxBytes * 2, 1),
    `POST /imports/${id}/files`,
    path(0, 3),
  ]);
  expect(heard).toEqual([big.size, importPartMaxBytes * 2, big.size]);
});

test('a part that the network lost is tried again after a growing pause, then the fault is said', async () => {
  const { client, asked, timers } = setUp({
    [`GET /imports/${id}`]: [[200, state()]],
    [`POST /imports/${id}/files`]: [[201, { place: 0 }]],
    [path(0)]: ['no-network', [503, {}], 'portal', 'no-network', [200, { here: 3 }]],
  });
  const file = { name: 'a.pdf', bytes: new Blob(['abc']) };
  let answer: unknown = null;
  const sending = client.sendFile(id, file, () => undefined).then((said) => (answer = said));
  const pauses: number[] = [];
  for (let tried = 1; tried < 4; tried += 1) {
    await turn();
    pauses.push(...timers.waiting());
    timers.pass(timers.waiting()[0] ?? 0);
  }
  await sending;
  expect(pauses).toEqual([1000, 2000, 4000]);
  expect(answer).toEqual({ ok: false, error: 'offline' });
  // Called again it asks what the server has, and the part goes through.
  expect(await client.sendFile(id, file, () => undefined)).toEqual({ ok: true, value: undefined });
  expect(asked.filter(({ what }) => what === `GET /imports/${id}`)).toHaveLength(2);
});

test('nothing more is sent after a stop', async () => {
  const stop = new AbortController();
  const { client, asked } = setUp({
    [`GET /imports/${id}`]: [[200, state()]],
    [`POST /imports/${id}/files`]: [[201, { place: 0 }]],
    [path(0)]: kept(importPartMaxBytes),
  });
  const heard = (bytes: number) => bytes > 0 && stop.abort();
  await client.sendFile(id, { name: 'a.pdf', bytes: big }, heard, stop.signal);
  expect(asked.at(-1)?.what).toBe(path(0));
});

test('a file that was taken away since it was chosen, and an answer that leads nowhere, end the sending', async () => {
  const gone = new Blob(['abc']);
  gone.slice = () =>
    ({ size: 3, arrayBuffer: () => Promise.reject(new DOMException('gone')) }) as unknown as Blob;
  const { client } = setUp({
    [`GET /imports/${id}`]: [[200, state()]],
    [`POST /imports/${id}/files`]: [[201, { place: 0 }]],
    [path(0)]: kept(0),
  });
  expect(await client.sendFile(id, { name: 'a.pdf', bytes: gone }, () => undefined)).toEqual({
    ok: false,
    error: 'unreadable',
  });
  expect(await client.sendFile(id, { name: 'b.pdf', bytes: big }, () => undefined)).toEqual({
    ok: false,
    error: 'server',
  });
});

test.each([
  [[401, { error: 'no_session' }], 'not-allowed'],
  [[403, { error: 'device_revoked' }], 'not-allowed'],
  // The desk itself is not there for who is no clerk.
  [[404, { error: 'not_found' }], 'not-allowed'],
  [[409, { error: 'too_many_imports' }], 'too-many'],
  [[413, { error: 'too_large' }], 'too-large'],
  [[507, { error: 'no_room' }], 'no-room'],
  [[502, 'bad gateway'], 'server'],
  [[400, { error: 'bad_request' }], 'server'],
  ['portal', 'offline'],
  ['no-network', 'offline'],
] as const)('%j is said as %s', async (says, fault) => {
  const challenge: Says = [[404, { error: 'not_found' }]];
  const { client } = setUp({ 'GET /imports': [says], 'POST /enrol/v1/challenge': challenge });
  expect(await client.list()).toEqual({ ok: false, error: fault });
});

test('an import is begun, read, looked at, stopped and removed; who is not signed in hears so', async () => {
  const read = state([], { kind: 'reading', done: 1, total: 2, name: 'a.pdf' });
  const { client, asked } = setUp({
    'POST /imports': [[201, { id }]],
    [`GET /imports/${id}`]: [[200, read]],
    [`POST /imports/${id}/read`]: [[202, {}]],
    [`POST /imports/${id}/stop`]: [[200, {}]],
    [`POST /imports/${id}/remove`]: [[200, {}]],
    'GET /imports': [
      [200, { imports: [{ id, begunAt, files: 2, committee: null, date: null, reading: 'read' }] }],
    ],
  });
  const request = {
    addresses: ['https://example.org/'],
    documents: true,
    password: 'x',
    meeting: null,
    apart: [],
  };
  expect(await client.lastRequest(id)).toBeNull();
  expect(await client.begin()).toEqual({ ok: true, value: id });
  expect(await client.read(id, request)).toEqual({ ok: true, value: undefined });
  expect(asked.at(-1)?.body).toEqual(request);
  expect(await client.lastRequest(id)).toEqual(request);
  expect(await client.state(id)).toEqual({ ok: true, value: read });
  expect(await client.list()).toMatchObject({ ok: true, value: [{ id, files: 2 }] });
  expect(await client.stop(id)).toEqual({ ok: true, value: undefined });
  expect(await client.remove(id)).toEqual({ ok: true, value: undefined });
  expect(await client.state(begunAt)).toEqual({ ok: false, error: 'gone' });
  const nobody = setUp({}, false);
  expect(await nobody.client.list()).toEqual({ ok: false, error: 'not-allowed' });
  expect(nobody.asked).toEqual([]);
});

test('bytes of a file come whole or as a range, and are null where they cannot be had', async () => {
  const bytes = new Uint8Array([1, 2, 3, 4, 5]);
  const { client, asked } = setUp({
    [`GET /imports/${id}/files/0`]: [
      [206, bytes.slice(1, 3)],
      [200, bytes],
      [404, { error: 'not_found' }],
    ],
  });
  expect(await client.readRange(id, 0, 1, 3)).toEqual(new Uint8Array([2, 3]));
  expect(asked[0]?.range).toBe('bytes=1-2');
  expect(await client.readRange(id, 0, 1, 3)).toEqual(new Uint8Array([2, 3]));
  expect(await client.readRange(id, 0, 1, 3)).toBeNull();
});
