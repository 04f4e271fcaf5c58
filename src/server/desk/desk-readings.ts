import type { Reading, ReadRequest } from '../../domain/import-state.ts';
import { faultWords, type Log } from '../observe/log.ts';
import type { ImportStore, OpenImport } from './import-store.ts';
import type { InTurn } from './in-turn.ts';
import {
  beginReading,
  failReading,
  keepReading,
  keptReading,
  type ReadingOutside,
  readOut,
} from './read-import.ts';
import { createReadingQueue } from './reading-queue.ts';

/** The readings of all imports, one at a time. */
export interface DeskReadings {
  /** Reading begins, or begins anew. */
  readonly begin: (open: OpenImport, request: ReadRequest) => Promise<void>;
  /** Nothing of it is being read any more when it answers; what was read before stays. */
  readonly stop: (open: OpenImport) => Promise<void>;
  readonly kindOf: (open: OpenImport) => Reading['kind'];
  readonly stateOf: (open: OpenImport) => Promise<Reading>;
  /** Whether it waits or is being read. */
  readonly isBusy: (id: string) => boolean;
  readonly close: () => Promise<void>;
}

type Progress = Extract<Reading, { readonly kind: 'reading' }>;

export const createDeskReadings = (
  store: ImportStore,
  inTurn: InTurn,
  outside: ReadingOutside,
  log: Log,
): DeskReadings => {
  const queue = createReadingQueue();
  const progressById = new Map<string, Progress>();
  const read = async (open: OpenImport, request: ReadRequest, signal: AbortSignal): Promise<void> => {
    const { id } = open.record;
    const progress = (done: number, total: number, name: string): void =>
      void progressById.set(id, { kind: 'reading', done, total, name });
    try {
      const out = await readOut(open, request, outside, progress, signal);
      await inTurn(id, async () => {
        if (!signal.aborted) await keepReading(store, open, out);
      });
    } catch (cause) {
      if (signal.aborted) return;
      log('error', { event: 'import-failed', ...faultWords(cause) });
      // Where not even this can be written, it says that it was stopped.
      await inTurn(id, () => failReading(store, open)).catch(() => undefined);
    } finally {
      progressById.delete(id);
    }
  };
  const kindOf = ({ record: { id, reading } }: OpenImport): Reading['kind'] => {
    return reading.kind === 'begun' ? (queue.stateOf(id) ?? 'not-begun') : reading.kind;
  };
  return {
    begin: async (open, request) => {
      const { id } = open.record;
      await queue.stop(id);
      await inTurn(id, async () => {
        // A second click while the first one waited for its turn.
        if (queue.stateOf(id) !== null) return;
        await beginReading(store, open);
        queue.add(id, (signal) => read(open, request, signal));
      });
    },
    stop: async (open) => {
      const { id } = open.record;
      await queue.stop(id);
      await inTurn(id, async () => {
        if (queue.stateOf(id) === null) await open.folder.tidy(open.record);
      });
    },
    kindOf,
    stateOf: async (open) => {
      const { id, reading } = open.record;
      if (reading.kind === 'read') return keptReading(open, reading);
      const kind = kindOf(open);
      if (kind === 'waiting' || kind === 'failed') return { kind };
      if (kind === 'reading')
        return progressById.get(id) ?? { kind, done: 0, total: open.record.files.length, name: '' };
      return { kind: 'not-begun', wasStopped: reading.kind !== 'not-begun' };
    },
    isBusy: (id) => queue.stateOf(id) !== null,
    close: () => queue.close(),
  };
};
