import type { BlobStore } from './blobs/blob-store.ts';
import type { CouncilDatabase } from './db/database.ts';
import type { Desk } from './desk/desk.ts';
import type { RateLimits } from './http/limits.ts';
import { createLog, type Log } from './observe/log.ts';
import { createServerMetrics, type ServerMetrics } from './observe/server-metrics.ts';
import type { HealthChecks } from './observe/health.ts';
import type { PokeHub } from './poke-hub.ts';
import type { StreamLimits } from './stream-slots.ts';

/** What the server may ask of the outside. A test or a simulation brings its own and calls `app.fetch`. */
export interface AppDeps {
  readonly db: CouncilDatabase;
  readonly blobs: BlobStore;
  readonly hub: PokeHub;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Cryptographically random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** One JSON line for each request and each fault; `LogEvent` is everything that can stand in it. */
  readonly writeLog: (line: string) => void;
  /** How many event streams may be open; the usual number where nothing is said. */
  readonly streams?: StreamLimits;
  /** The folder of the built app, or null to serve the API only. */
  readonly publicDir: string | null;
  /** Counts that somebody reads; fresh ones where nothing is said. */
  readonly metrics?: ServerMetrics;
  /** What whoever reads /metrics has to show; without it only this very machine reads it. */
  readonly metricsToken?: string | null;
  /** How fast requests may come; the usual rates where nothing is said. */
  readonly limits?: RateLimits;
  /** What /healthz asks besides the database. */
  readonly health?: HealthChecks;
  /** The clerk's desk for papers that come in; without it there is none. */
  readonly imports?: Desk | null;
  /** True from the moment on that the server is told to stop; whoever says so pokes the hub. */
  readonly isStopping?: () => boolean;
}

/** What the routes get: where to count, and where to say what happened. */
export interface RouteDeps extends AppDeps {
  readonly metrics: ServerMetrics;
  readonly log: Log;
}

export const routeDeps = (deps: AppDeps): RouteDeps => ({
  ...deps,
  metrics: deps.metrics ?? createServerMetrics(),
  log: createLog(deps.now, deps.writeLog),
});

/** The clock as the tables keep it. */
export const instant = (ms: number): string => new Date(ms).toISOString();
