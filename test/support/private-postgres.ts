import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { killTree } from './kill-tree.ts';
import { createCluster, type Cluster } from './postgres-cluster.ts';
import { runOnPostgres } from './postgres-schema.ts';

/** A PostgreSQL server of this process's own, on a free loopback port, with a random password. */
export interface PrivatePostgres {
  /** The database `postgres` in it. */
  readonly url: string;
  /** Makes an empty database, or a copy of one to which nobody is connected; answers its url. */
  readonly newDatabase: (template?: string) => Promise<string>;
  /** The power cord of PostgreSQL: every one of its processes ends at once. */
  readonly kill9: () => Promise<void>;
  /** Up again after `kill9`, with what was committed. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its folder. */
  readonly stop: () => Promise<void>;
}

interface Options {
  /** False is faster and does not survive a power cut of the machine; `kill9` it does survive. */
  readonly fsync?: boolean;
}

/**
 * Starts one. It ends with this process in whatever way that ends, kill -9 included.
 * Throws one sentence when the machine has no PostgreSQL and none may be installed.
 */
export const startPostgres = async ({ fsync = true }: Options = {}): Promise<PrivatePostgres> => {
  const cluster = createCluster();
  const port = await freePort();
  const url = (database: string): string =>
    `postgres://test:${cluster.password}@127.0.0.1:${port}/${database}`;
  const watcher = watchOver(cluster.folder);
  let server = await run(cluster, port, fsync);
  return {
    url: url('postgres'),
    newDatabase: async (template) => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const from = template === undefined ? 'template0' : new URL(template).pathname.slice(1);
      await runOnPostgres(url('postgres'), `create database ${name} template ${from}`);
      return url(name);
    },
    kill9: async () => {
      forget(cluster);
      await killTree(server);
    },
    restart: async () => {
      server = await run(cluster, port, fsync);
    },
    stop: async () => {
      forget(cluster);
      if (isRunning(server)) {
        const ended = once(server, 'exit');
        server.ref();
        // "Fast": open sessions are ended.
        server.kill('SIGINT');
        await ended;
      }
      rmSync(cluster.folder, { recursive: true, force: true });
      watcher.stdin?.end();
    },
  };
};

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** Our note of the process for the watcher. PostgreSQL's own outlives a kill, and its number is reused. */
const pidFile = ({ folder }: Cluster): string => join(folder, 'server.pid');
const forget = (cluster: Cluster): void => rmSync(pidFile(cluster), { force: true });

const run = async (cluster: Cluster, port: number, fsync: boolean): Promise<ChildProcess> => {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
    max_connections: 200,
    // Shared memory in its folder: a killed server leaves nothing in /dev/shm.
    dynamic_shared_memory_type: 'mmap',
    lc_messages: 'C',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (let left = 50; ; left -= 1) {
    const child = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, ...flags], {
      ...cluster.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (child.pid !== undefined) writeFileSync(pidFile(cluster), String(child.pid));
    const complaint = await ready(child);
    if (complaint === null) {
      child.unref();
      return child;
    }
    // Processes of a killed server may need a moment to end.
    if (left === 0 || !complaint.includes('is still in use')) {
      throw new Error(`PostgreSQL does not start: ${complaint}`);
    }
  }
};

/** Null when it takes connections; what it said when it ended instead. */
const ready = async (child: ChildProcess): Promise<string | null> => {
  const { stderr } = child;
  if (stderr === null) throw new Error('PostgreSQL was started without a pipe for its log');
  const answer = new Promise<string | null>((resolve) => {
    let said = '';
    stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) resolve(null);
    });
    child.once('close', () => resolve(said.trim()));
    child.once('error', (cause) => resolve(cause.message));
  });
  const complaint = await answer;
  letGo(stderr);
  return complaint;
};

/** A pipe keeps the process alive otherwise. */
const letGo = (stream: unknown): void => {
  if (stream instanceof Socket) stream.unref();
};

// Ends the server and removes its folder when this process is gone and its end of the pipe with it.
const watch = `
cat > /dev/null
pid=$(cat "$1/server.pid" 2> /dev/null) && kill -QUIT "$pid" &&
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do kill -0 "$pid" 2> /dev/null || break; sleep 0.1; done
rm -rf "$1"
`;

const watchOver = (folder: string): ChildProcess => {
  // In a group of its own: the terminal's Ctrl-C must not end it first.
  const watcher = spawn('sh', ['-c', watch, 'watch-postgres', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  letGo(watcher.stdin);
  return watcher;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
