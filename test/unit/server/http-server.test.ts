import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../../../src/server/http/http-server.ts';
import { usualConnections, type ConnectionLimits } from '../../../src/server/http/limits.ts';

const opened: { readonly http: HttpServer; readonly sockets: Socket[] }[] = [];
afterEach(async () => {
  for (const { http, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await http.stop(0);
  }
});

type Handle = Parameters<typeof createHttpServer>[0];
const answerOk: Handle = (request, response) => {
  request.resume();
  request.on('end', () => response.end('ok'));
};

const open = async (limits: Partial<ConnectionLimits> = {}, handle: Handle = answerOk) => {
  const http = createHttpServer(handle, { ...usualConnections, lookMs: 20, ...limits });
  const sockets: Socket[] = [];
  opened.push({ http, sockets });
  http.server.listen(0, '127.0.0.1');
  await once(http.server, 'listening');
  const { port } = http.server.address() as AddressInfo;
  const dial = async () => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('error', () => undefined);
    const closed = once(socket, 'close').then(() => said);
    await once(socket, 'connect');
    const answered = async (): Promise<string> => {
      while (!said.includes('\r\n\r\n')) await once(socket, 'data');
      return said;
    };
    return { socket, closed, answered };
  };
  return { http, port, dial };
};

const whole = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody';
const half = whole.slice(0, -2);

describe('a connection', () => {
  it('with headers that are too large is answered 431', async () => {
    const { dial } = await open({ headerBytes: 2000 });
    const { socket, closed } = await dial();
    socket.write(`GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(2100)}\r\n\r\n`);
    expect(await closed).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('whose headers take too long is answered 408', async () => {
    const { dial } = await open({ headersMs: 60, requestMs: 10_000 });
    const { socket, closed } = await dial();
    socket.write('GET / HTTP/1.1\r\nHost:');
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose body takes too long is answered 408', async () => {
    const { dial } = await open({ headersMs: 50, requestMs: 60 });
    const { socket, closed } = await dial();
    socket.write(half);
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('more than there may be is closed at once and counted; the others go on', async () => {
    const { http, dial } = await open({ connections: 2 });
    const first = await dial();
    await dial();
    const third = await dial();
    expect(await third.closed).toBe('');
    expect([http.connections(), http.dropped()]).toEqual([2, 1]);
    first.socket.write(whole);
    expect(await first.answered()).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is counted by its bytes, open or closed', async () => {
    const { http, dial } = await open();
    const first = await dial();
    first.socket.write(whole);
    await first.answered();
    expect(http.bytes().received).toBe(whole.length);
    const { sent } = http.bytes();
    expect(sent).toBeGreaterThan(50);
    first.socket.end();
    await first.closed;
    expect(http.bytes()).toEqual({ received: whole.length, sent });
  });
});

describe('stopping', () => {
  it('lets a request that is on its way be answered, and takes no other', async () => {
    const { http, port, dial } = await open();
    const running = await dial();
    running.socket.write(half);
    await once(http.server, 'request');
    const stopped = http.stop(10_000);
    const late = connect(port, '127.0.0.1');
    const [cause] = await once(late, 'error');
    expect(cause).toMatchObject({ code: 'ECONNREFUSED' });
    running.socket.write(whole.slice(-2));
    expect(await running.closed).toMatch(/^HTTP\/1\.1 200 .*Connection: close.*ok$/s);
    expect(await stopped).toBe(0);
  });

  it('does not wait for connections that nobody uses: kept alive, or opened ahead of need', async () => {
    const { http, dial } = await open();
    const used = await dial();
    used.socket.write(whole);
    await used.answered();
    await dial();
    const begin = performance.now();
    expect(await http.stop(10_000)).toBe(0);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('cuts what does not end in time, and says how many', async () => {
    const { http, dial } = await open({}, () => undefined);
    const stuck = await dial();
    stuck.socket.write(whole);
    await once(http.server, 'request');
    expect(await http.stop(50)).toBe(1);
    await stuck.closed;
  });
});
