import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { CommandIo } from './command-io.ts';
import type { CouncilDatabase } from './db/database.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { createPokeHub, type PokeHub } from './poke-hub.ts';

const otherProcessesMs = 2000;

interface Listen {
  readonly port: number;
  readonly host: string;
  /** The built app, or null while there is none. */
  readonly publicDir: string | null;
}

/** Serves until SIGTERM or SIGINT; answers the exit code. Event streams are closed with everything else. */
export const serveFolder = async (io: CommandIo, folder: DataFolder, listen: Listen): Promise<number> => {
  const hub = createPokeHub();
  const app = createApp({
    db: folder.db,
    blobs: folder.blobs,
    hub,
    now: io.now,
    random: folder.random,
    writeLog: io.print,
    publicDir: listen.publicDir,
  });
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  const fault = await open(server, listen);
  if (fault !== null) {
    io.complain(fault);
    return 1;
  }
  // What an import or a revocation in another process changed is poked from here.
  const watch = watchOtherProcesses(folder.db, hub);
  // Listened for before anything says "ready": a signal right after it still ends the server in order.
  const stopped = stopSignal();
  announce(io, server, listen);
  await stopped;
  clearInterval(watch);
  await close(server);
  return 0;
};

// Asked only when the last answer is there, so that a slow database is not asked in a crowd.
const watchOtherProcesses = (db: CouncilDatabase, hub: PokeHub): NodeJS.Timeout => {
  let seen: string | null = null;
  let isAsking = false;
  const ask = async (): Promise<void> => {
    isAsking = true;
    // A database that does not answer now is asked again; the requests of the moment report it.
    const now = await db.changeMark().catch(() => seen);
    if (seen !== null && now !== seen) hub.poke();
    seen = now;
    isAsking = false;
  };
  void ask();
  return setInterval(() => {
    if (!isAsking) void ask();
  }, otherProcessesMs);
};

const open = async (server: Server, { port, host }: Listen): Promise<string | null> => {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  server.once('error', (cause: NodeJS.ErrnoException) => {
    resolve(
      cause.code === 'EADDRINUSE'
        ? `Port ${port} is in use: choose another with PORT.`
        : `The server cannot listen on ${host} port ${port} (${cause.code}): check HOST and PORT.`,
    );
  });
  server.listen(port, host, () => resolve(null));
  return promise;
};

const announce = (io: CommandIo, server: Server, { host }: Listen): void => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const isLoopback = /^(localhost|127\.|::1$)/.test(host);
  if (!isLoopback) {
    io.complain(
      'Browsers install the app only over HTTPS: put Caddy or nginx in front of this address, as docs/operate.md shows.',
    );
  }
  const shown = host.includes(':') ? `[${host}]` : host;
  io.print(`Order Paper is ready at http://${shown}:${port}/`);
};

const stopSignal = (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  return promise;
};

const close = (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // `close` waits for open connections, and an event stream never ends by itself.
  server.closeAllConnections();
  return promise;
};
