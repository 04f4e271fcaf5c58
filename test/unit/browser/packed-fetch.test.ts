import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPackedFetch } from '../../../src/browser/packed-fetch.ts';

const long = JSON.stringify({ words: Array.from({ length: 200 }, (_, at) => `word ${at}`) });
const post = (body: string): RequestInit => ({ method: 'POST', body, headers: { 'X-Kept': 'yes' } });

/** What went out, and a fetch that answers with these statuses one after the other, then 200. */
const setUp = (...statuses: number[]) => {
  const sent: { readonly encoding: string | null; readonly kept: string | null; readonly text: string }[] =
    [];
  const fetch = createPackedFetch(async (path, init) => {
    const request = new Request(new URL(path, 'http://tablet'), init);
    const encoding = request.headers.get('Content-Encoding');
    const bytes = new Uint8Array(await request.arrayBuffer());
    const text = (encoding === 'gzip' ? gunzipSync(bytes) : Buffer.from(bytes)).toString();
    sent.push({ encoding, kept: request.headers.get('X-Kept'), text });
    return new Response(null, { status: statuses.shift() ?? 200 });
  });
  return { sent, fetch };
};

test('a long body goes packed, with its other headers, and says the same', async () => {
  const { sent, fetch } = setUp();
  expect((await fetch('/push', post(long))).status).toBe(200);
  expect(sent).toEqual([{ encoding: 'gzip', kept: 'yes', text: long }]);
});

test('a short body, and a question without one, go as they are', async () => {
  const { sent, fetch } = setUp();
  await fetch('/push', post('{}'));
  await fetch('/pull', { method: 'GET' });
  expect(sent.map(({ encoding }) => encoding)).toEqual([null, null]);
});

test.each([400, 415])(
  'a server that does not understand it (%i) gets it plain, and from then on only plain',
  async (status) => {
    const { sent, fetch } = setUp(status);
    expect((await fetch('/push', post(long))).status).toBe(200);
    await fetch('/push', post(long));
    expect(sent.map(({ encoding }) => encoding)).toEqual(['gzip', null, null]);
    expect(sent.map(({ text }) => text)).toEqual([long, long, long]);
  },
);

test.each([401, 409, 413, 503])('any other answer (%i) stands', async (status) => {
  const { sent, fetch } = setUp(status);
  expect((await fetch('/push', post(long))).status).toBe(status);
  await fetch('/push', post(long));
  expect(sent.map(({ encoding }) => encoding)).toEqual(['gzip', 'gzip']);
});
