import { createApp } from '../../src/server/app.ts';
import { createMemoryBlobs } from '../../src/server/blobs/memory-blobs.ts';
import type { CouncilStore } from '../../src/server/council-store.ts';
import { createCouncilStore } from '../../src/server/create-council-store.ts';
import type { CouncilDatabase } from '../../src/server/db/database.ts';
import { sql, type Parameter } from '../../src/server/db/work.ts';
import { revokeDevices } from '../../src/server/devices.ts';
import { createServerMetrics } from '../../src/server/observe/server-metrics.ts';
import type { Chance } from './chance.ts';
import { copyDatabase, restoreDatabase, type Copy, type Engine } from './engine.ts';
import type { Timeline } from './timeline.ts';

/** When the server's process ends while it handles a request: around the commit of what it writes. */
export type ServerCrash = 'none' | 'crash-before' | 'crash-after';

/** The council's server: the real app over a real database, in a process that can end at any time. */
export interface Server {
  /** Null where the process ended before it had answered. */
  readonly handle: (request: Request, crash: ServerCrash) => Promise<Response | null>;
  /** As an open event stream: `closed` when the process ends. */
  readonly subscribe: (poked: () => void, closed: () => void) => () => void;
  readonly restart: () => void;
  readonly backUp: () => Promise<void>;
  /** Puts the last backup back; false where there is none. */
  readonly restore: () => Promise<boolean>;
  readonly store: CouncilStore;
  readonly revoke: (councilId: string, deviceId: string) => Promise<void>;
  readonly rows: <Row>(text: string, ...parameters: readonly Parameter[]) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

declare global {
  /** Only a mutant's patch asks for it: the time between two transactions that should have been one. */
  var simulatedPause: (() => Promise<void>) | undefined;
}

// Nobody reads them here, and making them for each server takes longer than many a request.
const metrics = createServerMetrics();
Object.assign(metrics.requests, { inc: () => {} });
Object.assign(metrics.requestSeconds, { observe: () => {} });

/** Thrown inside of a transaction when the process ends in it. */
class Crash extends Error {}

export const createServer = async (engine: Engine, timeline: Timeline, chance: Chance): Promise<Server> => {
  const blobs = createMemoryBlobs();
  const streams = new Map<() => void, () => void>();
  let real = await engine.open();
  let backup: Copy | null = null;
  let crash: ServerCrash = 'none';
  let life = 0;

  const write: CouncilDatabase['write'] = async (work) => {
    if (crash === 'none') return real.write(work);
    const when = crash;
    crash = 'none';
    if (when === 'crash-before') {
      restart();
      return real.write(function* () {
        yield* work();
        throw new Crash();
      });
    }
    const value = await real.write(work);
    restart();
    return value;
  };
  const db: CouncilDatabase = {
    write,
    read: (work) => real.read(work),
    changeMark: () => real.changeMark(),
    copyTo: (file) => real.copyTo(file),
    close: () => real.close(),
  };
  const hub = {
    poke: () => {
      const open = [...streams.keys()];
      for (const poked of open) poked();
    },
    subscribe: () => () => {},
  };
  const deps = { db, blobs, hub, now: timeline.now, random: chance.bytes };
  const start = () => createApp({ ...deps, metrics, writeLog: () => {}, publicDir: null });
  let app = start();
  const restart = (): void => {
    life += 1;
    // What a process forgets is little, and making the app anew costs as much as ten requests.
    if (chance.happens(0.2)) app = start();
    const open = [...streams.values()];
    for (const closed of open) closed();
    streams.clear();
  };

  globalThis.simulatedPause = () => timeline.pause(chance.int(0, 300));

  return {
    handle: async (request, planned) => {
      const before = life;
      crash = planned;
      const response = await timeline.track(Promise.resolve(app.fetch(request)));
      // Nothing was written: the process ends all the same.
      if (crash !== 'none') restart();
      crash = 'none';
      return life === before ? response : null;
    },
    subscribe: (poked, closed) => {
      streams.set(poked, closed);
      return () => void streams.delete(poked);
    },
    restart,
    backUp: async () => void (backup = await copyDatabase(real)),
    restore: async () => {
      if (backup === null) return false;
      const old = real;
      real = await engine.open();
      await restoreDatabase(real, backup, chance.hex(9));
      await old.close();
      restart();
      return true;
    },
    store: createCouncilStore({ ...deps, db: { ...db, write: (work) => real.write(work) } }),
    revoke: async (councilId, deviceId) => {
      const at = new Date(timeline.now()).toISOString();
      await real.write(() => revokeDevices(councilId, { column: 'id', value: deviceId }, at));
    },
    rows: (text, ...parameters) => real.read(() => sql(text, ...parameters)),
    close: () => real.close(),
  };
};
