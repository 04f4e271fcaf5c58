import { createServer, type Server } from 'node:http';
import { createConnection, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goodWire, startBadWire, type BadWire } from '../../support/bad-wire.ts';

const body = JSON.stringify({ said: 'x'.repeat(4000) });
let server: Server;
let wire: BadWire;
let arrived: string[];

beforeEach(async () => {
  arrived = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      arrived.push(text);
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        'X-Order-Paper': '1',
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  wire = await startBadWire({ upstreamPort: address.port, seed: 7 });
});
afterEach(async () => {
  await wire.close();
  server.closeAllConnections();
  server.close();
});

/** One request on a connection of its own: what came, and how it ended. */
const exchange = (send = '', how?: { readonly until: number }) =>
  new Promise<{ text: string; end: 'end' | 'reset' | 'waiting'; socket: Socket; ms: number }>((resolve) => {
    const began = performance.now();
    const socket = createConnection(wire.port, '127.0.0.1');
    let text = '';
    const tell = (end: 'end' | 'reset' | 'waiting'): void =>
      resolve({ text, end, socket, ms: performance.now() - began });
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('end', () => tell('end')).on('error', () => tell('reset'));
    if (how) setTimeout(() => tell('waiting'), how.until);
    const head = `POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: ${send.length}\r\nConnection: close\r\n\r\n`;
    socket.write(head + send);
  });
const bodyOf = (text: string): string => text.slice(text.indexOf('\r\n\r\n') + 4);
/** How many of so many exchanges were reset. */
const ends = async (times: number): Promise<number> => {
  let resets = 0;
  for (let time = 0; time < times; time += 1) if ((await exchange()).end === 'reset') resets += 1;
  return resets;
};
const post = (text = 'said'): Promise<Response> =>
  fetch(`http://127.0.0.1:${wire.port}/sync`, { method: 'POST', body: text });

describe('a bad wire', () => {
  it('passes everything on when nothing is set, and counts it', async () => {
    const before = wire.counts();
    expect(before).toEqual({ connections: 0, requests: 0, up: 0, down: 0, resets: 0 });
    expect(await (await post()).text()).toBe(body);
    expect(bodyOf((await exchange('said')).text)).toBe(body);
    const { connections, requests, up, down, resets } = wire.counts();
    expect({ connections, requests, resets }).toEqual({ connections: 2, requests: 2, resets: 0 });
    expect(down).toBeGreaterThan(2 * body.length);
    expect(up).toBeGreaterThan(2 * 'said'.length);
    expect(down).toBeLessThan(2 * body.length + 1000);
  });

  it('keeps the order of a long body under a delay that changes, and takes two round trips at first', async () => {
    wire.set({ delayMs: 40 });
    const long = Array.from({ length: 40_000 }, (_, index) => String(index % 10)).join('');
    const answering = exchange(long);
    wire.set({ delayMs: 30 });
    const { text, ms } = await answering;
    expect(arrived).toEqual([long]);
    expect(bodyOf(text)).toBe(body);
    // Handshake 60 to 80 ms, request 30 to 40, answer 30.
    expect(ms).toBeGreaterThanOrEqual(119);
  });

  it('lets through no more than the band, shared by all connections', async () => {
    wire.set({ downBitsPerSecond: 400_000 });
    const began = performance.now();
    const answers = await Promise.all([exchange(), exchange()]);
    expect(answers.map(({ text }) => bodyOf(text))).toEqual([body, body]);
    const { down } = wire.counts();
    expect(performance.now() - began).toBeGreaterThanOrEqual(((down * 8) / 400_000) * 1000 - 5);
  });

  it('resets after so many bytes, in either direction', async () => {
    wire.set({ resetDownAfter: 1000 });
    expect(await exchange()).toMatchObject({ end: 'reset' });
    expect(wire.counts()).toMatchObject({ down: 1000, resets: 1 });
    expect(arrived).toHaveLength(1);
    wire.set({ resetDownAfter: null, resetUpAfter: 90 });
    expect(await exchange('y'.repeat(500))).toMatchObject({ end: 'reset', text: '' });
    expect(arrived).toHaveLength(1);
  });

  it('resets by chance: an answer on its way, or a connection in its first bytes', async () => {
    wire.set({ resetPerAnswer: 0.5 });
    const half = await ends(40);
    expect(half).toBeGreaterThan(8);
    expect(half).toBeLessThan(32);
    expect(arrived).toHaveLength(40);
    wire.set({ resetPerAnswer: 0, resetPerConnection: 1 });
    expect(await ends(10)).toBeGreaterThan(0);
    wire.set(goodWire);
    expect(await ends(5)).toBe(0);
  });

  it.each(['half-open', 'black-hole'] as const)('%s: accepts and never answers', async (kind) => {
    wire.set({ mode: { kind } });
    const { text, end, socket } = await exchange('said', { until: 150 });
    expect({ text, end, arrived }).toEqual({ text: '', end: 'waiting', arrived: [] });
    expect(wire.counts().up > 0).toBe(kind === 'half-open');
    socket.destroy();
    wire.set(goodWire);
    expect(bodyOf((await exchange()).text)).toBe(body);
  });

  it.each(['half-open', 'black-hole'] as const)('%s: silences a connection that worked', async (kind) => {
    const socket = createConnection(wire.port, '127.0.0.1');
    const heard: string[] = [];
    const first = new Promise<void>((resolve) => {
      socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()) && resolve());
    });
    const request = 'POST /sync HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n';
    socket.write(request);
    await first;
    expect(wire.counts()).toMatchObject({ connections: 1, requests: 1 });
    wire.set({ mode: { kind } });
    const before = heard.length;
    socket.write(request);
    let ended = false;
    socket.on('close', () => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect({ more: heard.length - before, ended, arrived: arrived.length }).toEqual({
      more: 0,
      ended: false,
      arrived: 1,
    });
    socket.destroy();
  });

  it('answers as a captive portal does, with a page or with the way to one', async () => {
    wire.set({ mode: { kind: 'portal', answer: 'page' } });
    const page = await post();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('<html');
    wire.set({ mode: { kind: 'portal', answer: 'redirect' } });
    const sent = await post();
    expect([sent.status, sent.redirected]).toEqual([200, true]);
    expect(await sent.text()).toContain('<html');
    expect(arrived).toEqual([]);
  });

  it.each(['length', 'chunked'] as const)('breaks an answer off inside a whole %s body', async (framing) => {
    wire.set({ mode: { kind: 'truncated', keep: 0.5, framing } });
    const answer = await post();
    expect([answer.status, answer.headers.get('x-order-paper')]).toEqual([200, '1']);
    const text = await answer.text();
    expect(text).toBe(body.slice(0, Math.floor(body.length / 2)));
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(arrived).toEqual(['said']);
  });

  it('promises more than it sends, and hangs up', async () => {
    wire.set({ mode: { kind: 'truncated', keep: 0.99, framing: 'cut' } });
    const answer = await post();
    expect(answer.headers.get('content-length')).toBe(String(body.length));
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(arrived).toEqual(['said']);
  });
});
