import type { BlobStore } from './blobs/blob-store.ts';
import type { CouncilDatabase } from './db/database.ts';
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
  /** One JSON line for each request: time, method, route pattern, status, milliseconds. Nothing else. */
  readonly writeLog: (line: string) => void;
  /** How many event streams may be open; the usual number where nothing is said. */
  readonly streams?: StreamLimits;
  /** The folder of the built app, or null to serve the API only. */
  readonly publicDir: string | null;
}

/** The clock as the tables keep it. */
export const instant = (ms: number): string => new Date(ms).toISOString();
