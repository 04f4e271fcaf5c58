import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** A wire between a browser and a server that a test can cut and mend. */
export interface Network {
  readonly port: number;
  /** Ends every connection and refuses new ones. */
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Listens on loopback and passes every connection on to `upstreamPort`. */
export const startNetwork = async (upstreamPort: number): Promise<Network> => {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const connect = (): Server =>
    createServer((socket) => {
      const upstream = createConnection(upstreamPort, '127.0.0.1');
      keep(socket);
      keep(upstream);
      socket.pipe(upstream).pipe(socket);
      socket.on('close', () => upstream.destroy());
      upstream.on('close', () => socket.destroy());
    });
  let server = connect();
  const port = await listen(server, 0);
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const restore = async (): Promise<void> => {
    if (server.listening) return;
    server = connect();
    await listen(server, port);
  };
  return { port, cut, restore, close: cut };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
