import {
  createServer,
  request,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';

/** A server that answers in the council's place. */
export interface FalseServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const portalPath = '/captive-portal';
const portalPage =
  '<!doctype html><html lang="en"><title>Guest network</title><h1>Welcome</h1><p>Accept the terms to go on.</p></html>';

/** A guest network before somebody agreed to its terms: a page for every request, or the way to one. */
export const startPortal = (answer: () => 'page' | 'redirect'): Promise<FalseServer> =>
  listen((incoming, response) => {
    incoming.resume();
    if (answer() === 'redirect' && incoming.url !== portalPath) {
      response.writeHead(302, { Location: portalPath, 'Content-Length': 0 }).end();
      return;
    }
    response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': Buffer.byteLength(portalPage),
      })
      .end(portalPage);
  });

export interface Truncation {
  /** How much of each body passes, from 0 up to, not including, 1. Never the whole. */
  readonly keep: number;
  /** `length` and `chunked` are whole HTTP answers with half a body; `cut` promises more and closes. */
  readonly framing: 'length' | 'chunked' | 'cut';
}

/** Passes every request on, and the beginning of each answer back. */
export const startTruncator = (upstreamPort: number, how: () => Truncation): Promise<FalseServer> =>
  listen((incoming, response) => {
    const { 'accept-encoding': _, ...headers } = incoming.headers;
    const { method, url: path } = incoming;
    const onward = request({ host: '127.0.0.1', port: upstreamPort, method, path, headers, agent: false });
    onward.once('response', (answer) => void shorten(answer, response, how()));
    onward.once('error', () => response.destroy());
    incoming.pipe(onward);
  });

const shorten = async (
  answer: IncomingMessage,
  response: ServerResponse,
  { keep, framing }: Truncation,
): Promise<void> => {
  // Without this Node would wait for more of a stream that never ends.
  const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
  const body = isStream ? Buffer.alloc(0) : await readAll(answer);
  if (isStream) answer.destroy();
  if (body === null) return void response.destroy();
  const part = body.subarray(0, Math.max(0, Math.min(body.length - 1, Math.floor(body.length * keep))));
  const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
  const status = answer.statusCode ?? 502;
  if (framing === 'cut') {
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.write(part, () => response.socket?.end());
    return;
  }
  if (framing === 'chunked') {
    response.writeHead(status, { ...headers, 'transfer-encoding': 'chunked' });
    response.write(part);
  } else response.writeHead(status, { ...headers, 'content-length': part.length });
  response.end(framing === 'length' ? part : undefined);
};

const readAll = async (answer: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
};

const listen = (answer: RequestListener): Promise<FalseServer> =>
  new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
