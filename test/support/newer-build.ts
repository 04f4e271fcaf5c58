import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { present } from './present.ts';

/** The real server behind a proxy that can begin to serve a newer service worker. */
export interface NewerBuild {
  readonly address: string;
  /** From now on `/sw.js` has other bytes, as after a new build. */
  readonly publish: () => void;
  /** The same with a worker that never takes over, as when a browser holds the old one. */
  readonly publishHeldUp: () => void;
  readonly close: () => Promise<void>;
}

/** Passes everything on to `upstreamPort`, event streams too; only the worker's script is ever touched. */
export const startNewerBuild = async (upstreamPort: number): Promise<NewerBuild> => {
  let newer: { readonly tail: string } | null = null;
  const server = createServer((incoming, outgoing) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: upstreamPort,
        method: incoming.method,
        path: incoming.url,
        headers: wholeHeaders(incoming.headers),
        // A connection of its own: one kept from before may just be ending.
        agent: false,
      },
      (answer) => {
        const changed = incoming.url === '/sw.js' && answer.statusCode === 200 ? newer : null;
        const headers = { ...answer.headers };
        if (changed !== null) {
          delete headers['content-length'];
          delete headers.etag;
        }
        outgoing.writeHead(answer.statusCode ?? 502, headers);
        answer.on('data', (bytes: Buffer) => outgoing.write(bytes));
        answer.on('end', () => outgoing.end(changed?.tail));
      },
    );
    asked.on('error', () => outgoing.destroy());
    outgoing.on('close', () => asked.destroy());
    incoming.pipe(asked);
  });
  const port = await listen(server);
  return {
    address: `http://127.0.0.1:${port}`,
    publish: () => {
      newer = { tail: '\n// A newer build.\n' };
    },
    publishHeldUp: () => {
      newer = { tail: '\nself.skipWaiting = () => Promise.resolve();\n' };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The whole answer each time: what this browser has of a script is not what it is to be compared with. */
const wholeHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'if-modified-since' && name !== 'if-none-match'),
  );

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = present(server.address(), 'address of the proxy');
  if (typeof address === 'string') throw new Error('the proxy has no port');
  return address.port;
};
