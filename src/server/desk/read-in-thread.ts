import { Worker } from 'node:worker_threads';
import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import type { FromReader, ReadJob, ToReader } from './read-message.ts';

export interface ReadingPorts {
  readonly published: (sources: readonly UnderstoodSource[]) => Promise<readonly UnderstoodSource[]>;
  readonly progress: (done: number, total: number, name: string) => void;
  /** Megabytes that the thread may take, besides the bytes of the files themselves. */
  readonly heapMb: number;
}

type Read = Extract<FromReader, { readonly kind: 'read' }>;

/**
 * Reads an import in a thread of its own. Rejects when the thread ends by itself, for want of memory for example, when
 * `published` rejects, and at the signal. Either way nothing is running any more: its PDF threads end with it.
 */
export const readInThread = async (
  job: ReadJob,
  { published, progress, heapMb }: ReadingPorts,
  signal: AbortSignal,
): Promise<Read> => {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: job,
    // The libraries' own notices may hold words of a paper: they stay out of the log.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  const answer = async (sources: readonly UnderstoodSource[]): Promise<void> => {
    const found: ToReader = { published: await published(sources) };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(found);
  };
  const onMessage = (message: FromReader): void => {
    if (message.kind === 'read') resolve(message);
    else if (message.kind === 'progress') progress(message.done, message.total, message.name);
    else answer(message.sources).catch(reject);
  };
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  worker.on('message', onMessage).on('error', reject);
  worker.on('exit', () => reject(new Error('the reading thread ended')));
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
};
