import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionLimits } from './limits.ts';

/** Node's server with limits on every connection, which can be stopped without cutting anybody off. */
export interface HttpServer {
  readonly server: Server;
  readonly connections: () => number;
  /** Connections that were closed at once because there were too many. */
  readonly dropped: () => number;
  /** Bytes on the wire since the start, headers included. */
  readonly bytes: () => { readonly received: number; readonly sent: number };
  /**
   * Takes no more connections, lets running requests end, and cuts what is left after `patienceMs`.
   * Answers how many connections had to be cut.
   */
  readonly stop: (patienceMs: number) => Promise<number>;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Slow or oversized headers are answered 408 and 431 by Node itself. */
export const createHttpServer = (listener: Listener, limits: ConnectionLimits): HttpServer => {
  const running = new Set<ServerResponse>();
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: limits.lookMs,
    },
    (request, response) => {
      if (!server.listening) response.shouldKeepAlive = false;
      running.add(response);
      response.once('close', () => running.delete(response));
      listener(request, response);
    },
  );
  server.maxConnections = limits.connections;
  const sockets = new Set<Socket>();
  const closed = { received: 0, sent: 0 };
  let dropped = 0;
  server.on('drop', () => (dropped += 1));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      closed.received += socket.bytesRead;
      closed.sent += socket.bytesWritten;
    });
  });
  return {
    server,
    connections: () => sockets.size,
    dropped: () => dropped,
    bytes: () => {
      const total = { ...closed };
      for (const socket of sockets) {
        total.received += socket.bytesRead;
        total.sent += socket.bytesWritten;
      }
      return total;
    },
    stop: (patienceMs) => {
      // Else the next request would be on its way into a connection that is about to close.
      for (const response of running) if (!response.headersSent) response.shouldKeepAlive = false;
      return stop(server, sockets, patienceMs);
    },
  };
};

/** How often connections are looked at that became idle after the server began to stop. */
const lookAgainMs = 50;

const stop = async (server: Server, sockets: ReadonlySet<Socket>, patienceMs: number): Promise<number> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // Browsers open connections ahead of need; Node counts those as busy.
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  const look = setInterval(() => server.closeIdleConnections(), lookAgainMs);
  let cut = 0;
  const deadline = setTimeout(() => {
    cut = sockets.size;
    server.closeAllConnections();
  }, patienceMs);
  await promise;
  clearInterval(look);
  clearTimeout(deadline);
  return cut;
};
