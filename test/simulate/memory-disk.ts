import { freezeStatement } from '../../src/app/record.ts';
import { err, ok } from '../../src/domain/result.ts';
import type { SyncStore } from '../../src/sync/ports.ts';
import type { Disk, Look, Life, OpenDisk } from './disk.ts';
import { copyMemoryRows, createMemoryRows, type MemoryRows, type Transact } from './memory-rows.ts';
import { createMemoryEnrolments, createMemoryStore, readWaiting } from './memory-store.ts';
import { saveInMemory } from './memory-outbox.ts';
import type { World } from './world.ts';

type Waiting = Parameters<Parameters<SyncStore['waiting']['subscribe']>[0]>[0];

/** Never answers: whoever asked has ended. */
const never = <T>(): Promise<T> => new Promise(() => {});

/** How often a transaction takes its time, so that another tab can come in between two of them. */
const slowRate = 0.1;

export const createMemoryDisk = ({
  timeline,
  chance,
  trace,
  faults,
}: Omit<World, 'server' | 'council'>): Disk => {
  let rows = createMemoryRows();
  let backup: typeof rows | null = null;
  const watchers = new Map<(now: Waiting) => void, Life>();
  let isTelling = false;
  const tell = (): void => {
    if (isTelling) return;
    isTelling = true;
    timeline.after(() => {
      isTelling = false;
      const watching = [...watchers];
      for (const [next, life] of watching) if (life.isAlive()) next(readWaiting(rows));
    }, 0);
  };

  const transactOf =
    (life: Life): Transact =>
    async (kind, name, work) => {
      if (chance.happens(slowRate)) {
        await new Promise<void>((resolve) => void timeline.after(resolve, chance.int(1, 40)));
      }
      if (!life.isAlive()) return never();
      const fault = kind === 'read' ? 'none' : faults.ofCommit(kind === 'save');
      if (kind !== 'read') trace.note(timeline.now(), `${life.personId.slice(0, 4)} ${name} ${fault}`);
      if (fault === 'full') throw new DOMException('the disk is full', 'QuotaExceededError');
      if (fault === 'crash-before') life.crash();
      if (!life.isAlive()) return never();
      const value = work(rows);
      if (kind !== 'read') tell();
      if (fault === 'crash-after') life.crash();
      return life.isAlive() ? value : never();
    };

  const open = (life: Life): OpenDisk => {
    const transact = transactOf(life);
    const waiting: SyncStore['waiting'] = {
      subscribe: (next) => {
        watchers.set(next, life);
        tell();
        return { unsubscribe: () => watchers.delete(next) };
      },
    };
    return {
      store: createMemoryStore(transact, life.personId, waiting),
      enrolments: createMemoryEnrolments(transact),
      record: async (services, statements) => {
        const queuedAt = services.now();
        const made = await Promise.all(
          statements.map((statement) => freezeStatement(services, statement, queuedAt)),
        );
        const { deviceId } = services.enrolment;
        try {
          await saveInMemory(transact, life.personId, { deviceId, made, draft: null, queuedAt });
        } catch {
          return err({ kind: 'full' });
        }
        services.sync.wake();
        return ok(made.map(({ event }) => event.id));
      },
      close: () => {},
    };
  };

  return {
    open,
    look: () => Promise.resolve(lookAtRows(rows)),
    backUp: () => Promise.resolve(void (backup = copyMemoryRows(rows))),
    restore: () => {
      if (backup !== null) rows = copyMemoryRows(backup);
      return Promise.resolve(backup !== null);
    },
  };
};

export const lookAtRows = (rows: MemoryRows): Look => ({
  meta: rows.meta,
  outbox: [...rows.outbox.values()],
  events: [...rows.events.values()],
  faults: [...rows.faults.values()],
  manifestVersions: [...rows.manifestVersions.values()],
  enrolment: rows.enrolment,
});
