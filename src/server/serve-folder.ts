import { getRequestListener } from '@hono/node-server';
import { collectDefaultMetrics } from 'prom-client';
import { createApp } from './app.ts';
import { createBackupSchedule, type BackupSchedule } from './backups/backup-schedule.ts';
import type { BackupSettings } from './backups/backup-settings.ts';
import { makeBackup } from './backups/make-backup.ts';
import { verifyInOwnProcess } from './backups/verify-copy.ts';
import type { CommandIo } from './command-io.ts';
import { findCouncil } from './council.ts';
import { migrations } from './db/migrations.ts';
import type { Desk } from './desk/desk.ts';
import { openFolderDesk } from './desk/open-folder-desk.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { createHttpServer, type HttpServer } from './http/http-server.ts';
import { usualConnections } from './http/limits.ts';
import { openPort } from './http/open-port.ts';
import { watchBackups } from './observe/backup-metrics.ts';
import { watchConnections } from './observe/connection-metrics.ts';
import { watchFolder } from './observe/folder-metrics.ts';
import { createDiskCheck } from './observe/health.ts';
import { createLog, type Log } from './observe/log.ts';
import { createServerMetrics, type ServerMetrics } from './observe/server-metrics.ts';
import { readServerVersion } from './observe/server-version.ts';
import { createPokeHub, type PokeHub } from './poke-hub.ts';
import { stopSignal } from './stop-signals.ts';
import { watchOtherProcesses } from './watch-other-processes.ts';

/** How long requests may still run after a signal to stop. */
const patienceMs = 10_000;
/** How often the schedule looks whether a backup is due. */
const backupTickMs = 10_000;
/** A moment is quiet when nobody has sent anything for so long. */
const quietMs = 30_000;

interface Serve {
  readonly port: number;
  readonly host: string;
  /** The built app, or null while there is none. */
  readonly publicDir: string | null;
  /** What whoever reads /metrics from elsewhere has to show, or null. */
  readonly metricsToken: string | null;
  readonly backups: BackupSettings | null;
}

/**
 * Serves until SIGTERM or SIGINT, then ends in order: event streams are told to come back, running
 * requests are answered. Answers the exit code.
 */
export const serveFolder = async (io: CommandIo, folder: DataFolder, serve: Serve): Promise<number> => {
  const log = createLog(io.now, io.print);
  const hub = createPokeHub();
  const metrics = createServerMetrics();
  const version = readServerVersion();
  metrics.info.set({ version }, 1);
  collectDefaultMetrics({ register: metrics.registry });
  watchFolder(metrics.registry, folder);
  hub.subscribe(() => metrics.pokes.inc());
  const state = { isStopping: false, lastSentAt: 0 };
  const isQuiet = (): boolean => io.now() - state.lastSentAt > quietMs;
  const backups = await openBackups(io, folder, serve.backups, log, isQuiet);
  if (backups !== null) watchBackups(metrics.registry, backups);
  const imports = await openFolderDesk(folder, io.env['FETCH_ALLOW'] ?? '', log);
  const http = createHttp(io, folder, serve, { hub, metrics, backups, imports, state });
  watchConnections(metrics.registry, http);
  const port = await openPort(http.server, serve.port, serve.host);
  if (!port.ok) {
    io.complain(port.error);
    return 1;
  }
  // What an import or a revocation in another process changed is poked from here.
  const unwatch = watchOtherProcesses(folder.db, hub);
  const backupTimer = setInterval(() => void backups?.tick(), backupTickMs);
  void backups?.tick();
  // Listened for before anything says "ready": a signal right after it still ends the server in order.
  const stopped = stopSignal();
  log('info', { event: 'start', version, schema: migrations.length, port: port.value });
  if (folder.risks.length > 0) log('warn', { event: 'not-durable', settings: folder.risks });
  announce(io, serve.host, port.value);
  log('info', { event: 'stopping', signal: await stopped });
  clearInterval(backupTimer);
  unwatch();
  state.isStopping = true;
  // Every stream looks up at a poke, and ends.
  hub.poke();
  // What is being read is read again when somebody asks for it: nobody waits for it now.
  await imports.close();
  await stop(io, log, http, backups);
  return 0;
};

interface Parts {
  readonly hub: PokeHub;
  readonly metrics: ServerMetrics;
  readonly backups: BackupSchedule | null;
  readonly imports: Desk;
  readonly state: { readonly isStopping: boolean; lastSentAt: number };
}

const createHttp = (io: CommandIo, folder: DataFolder, serve: Serve, parts: Parts): HttpServer => {
  const { hub, metrics, backups, imports, state } = parts;
  const app = createApp({
    db: folder.db,
    blobs: folder.blobs,
    hub,
    now: io.now,
    random: folder.random,
    writeLog: io.print,
    publicDir: serve.publicDir,
    metrics,
    metricsToken: serve.metricsToken,
    health: {
      disk: createDiskCheck(folder.path, io.now),
      backup: () => (backups === null ? 'off' : backups.state().isOld ? 'old' : 'ok'),
    },
    imports,
    isStopping: () => state.isStopping,
  });
  const listener = getRequestListener(app.fetch);
  return createHttpServer((request, response) => {
    if (request.method === 'POST') state.lastSentAt = io.now();
    void listener(request, response);
  }, usualConnections);
};

const stop = async (
  io: CommandIo,
  log: Log,
  http: HttpServer,
  backups: BackupSchedule | null,
): Promise<void> => {
  const begin = io.now();
  const [cut, isBackupOver] = await Promise.all([http.stop(patienceMs), endsInTime(backups?.stop())]);
  log('info', { event: 'stopped', ms: io.now() - begin, cut });
  // A copy of a large database cannot be broken off; the next start clears away what is left of it.
  if (!isBackupOver) process.exit(0);
};

const endsInTime = async (work: Promise<void> | undefined): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMs);
  void work?.finally(() => resolve(true));
  if (work === undefined) resolve(true);
  const isOver = await promise;
  clearTimeout(timer);
  return isOver;
};

const openBackups = async (
  io: CommandIo,
  folder: DataFolder,
  settings: BackupSettings | null,
  log: Log,
  isQuiet: () => boolean,
): Promise<BackupSchedule | null> => {
  const council = await folder.db.read(findCouncil);
  if (settings === null || council === null) return null;
  const make = (target: string, signal: AbortSignal) =>
    makeBackup(folder, target, verifyInOwnProcess, signal);
  return createBackupSchedule(
    { now: io.now, isQuiet, make, log, complain: io.complain },
    council.id,
    settings,
  );
};

const announce = (io: CommandIo, host: string, port: number): void => {
  const isLoopback = /^(localhost|127\.|::1$)/.test(host);
  if (!isLoopback) {
    io.complain(
      'Browsers install the app only over HTTPS: put Caddy or nginx in front of this address, as docs/operate.md shows.',
    );
  }
  const shown = host.includes(':') ? `[${host}]` : host;
  io.print(`Order Paper is ready at http://${shown}:${port}/`);
};
