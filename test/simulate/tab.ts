import type { Statement } from '../../src/app/record.ts';
import { uuidv7 } from '../../src/server/uuid.ts';
import { startSyncEngine } from '../../src/sync/engine.ts';
import { enrol } from '../../src/sync/enrol.ts';
import type { Outside, Signal, SyncPorts } from '../../src/sync/ports.ts';
import { firstSyncState, type SyncState } from '../../src/sync/sync-state.ts';
import { createCryptography } from './cryptography.ts';
import type { Disk, Life } from './disk.ts';
import type { Ledger } from './ledger.ts';
import type { Locks } from './locks.ts';
import { sha256 } from './sha256.ts';
import { createFetch, type Line } from './wire.ts';
import type { World } from './world.ts';

/** One open page of the app. */
export interface Tab {
  readonly state: () => SyncState;
  /** Says something as the screens do. */
  readonly say: (statements: readonly Statement[]) => void;
  /** Types a code; answers whether another one is needed. */
  readonly enrol: (code: string) => Promise<'enrolled' | 'again' | 'other-code'>;
  readonly show: (isVisible: boolean) => void;
  readonly signal: (signal: Signal) => void;
  readonly end: () => void;
}

export interface Browser {
  readonly name: string;
  readonly personId: string;
  readonly disk: Disk;
  readonly line: Line;
  readonly locks: Locks;
  /** Milliseconds that its clock is ahead of the true time. */
  clockAhead: number;
  readonly crash: () => void;
}

/** How many of the server's pokes reach a tab. */
const pokeRate = 0.5;

export const openTab = (world: World, browser: Browser, ledger: Ledger): Tab => {
  const { timeline, chance, trace, server } = world;
  const { name, line, locks } = browser;
  const self = {};
  let isAlive = true;
  let isVisible = true;
  const life: Life = { personId: browser.personId, isAlive: () => isAlive, crash: browser.crash };
  const listeners = new Set<(signal: Signal) => void>();
  const streams = new Set<() => void>();
  const outside: Outside = {
    fetch: createFetch(world, name, line, life.isAlive),
    now: () => timeline.now() + browser.clockAhead,
    random: chance.float,
    startTimer: (then, ms) => timeline.after(() => isAlive && then(), ms),
    // A page that has ended asks for no lock, although its last lines may still run here.
    runExclusive: (lock, work) => (isAlive ? locks.run(self, lock, work) : new Promise(() => {})),
    cryptography: createCryptography(chance),
    signals: {
      isOnline: () => line.isOnline,
      isVisible: () => isVisible,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    openPokes: (_, poked, closed) => {
      const hear = (): void => {
        if (!chance.happens(pokeRate) || !line.isOnline) return;
        timeline.after(() => isAlive && streams.has(close) && poked(), chance.int(5, 300));
      };
      const close = server.subscribe(hear, () => {
        streams.delete(close);
        if (isAlive) closed();
      });
      streams.add(close);
      return () => {
        streams.delete(close);
        close();
      };
    },
    app: '0.0.0',
  };
  const { store, enrolments, record, close } = browser.disk.open(life);
  const ports: SyncPorts = { outside, store, enrolments };
  const engine = startSyncEngine(ports);
  let state = firstSyncState('online');
  engine.state.subscribe((now) => (state = now));

  // What a page that has ended was doing fails in a real browser too, and nobody hears of it.
  const unlessEnded = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      if (isAlive) throw cause;
      return new Promise(() => {});
    });

  const say = async (statements: readonly Statement[]): Promise<void> => {
    const enrolment = await enrolments.read();
    // Nobody is signed in here: the app shows no form.
    if (enrolment === null) return;
    const attempt = ledger.begin(browser);
    const result = await record(
      {
        enrolment,
        sync: engine,
        now: outside.now,
        newId: () => {
          const id = uuidv7(Math.max(0, outside.now()), chance.bytes);
          attempt.ids.push(id);
          return id;
        },
        randomHex: chance.hex,
        sha256: (text) => Promise.resolve(sha256(text)),
      },
      statements,
    );
    if (!isAlive) return;
    ledger.end(attempt, result);
    trace.note(timeline.now(), `${name} said ${attempt.ids.join(' ')} ${result.ok ? 'saved' : 'not saved'}`);
  };

  return {
    state: () => state,
    say: (statements) => void unlessEnded(say(statements)),
    enrol: async (code) => {
      const enrolled = await unlessEnded(enrol(ports, code, 'Tablet'));
      trace.note(
        timeline.now(),
        `${name} enrol ${enrolled.ok ? enrolled.value.deviceId : enrolled.error.kind}`,
      );
      engine.wake();
      if (enrolled.ok) return 'enrolled';
      return enrolled.error.kind.startsWith('code-') ? 'other-code' : 'again';
    },
    show: (now) => {
      if (now === isVisible) return;
      isVisible = now;
      const hearing = [...listeners];
      for (const listener of hearing) listener(now ? 'visible' : 'hidden');
    },
    signal: (signal) => {
      const hearing = [...listeners];
      for (const listener of hearing) listener(signal);
    },
    end: () => {
      if (!isAlive) return;
      isAlive = false;
      engine.stop();
      locks.release(self);
      close();
    },
  };
};
