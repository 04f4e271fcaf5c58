import type { UnderstoodSource } from '../../understand/proposal/source.ts';
import type { FromReader, ReadJob, ToReader } from './read-message.ts';
import { startApart } from './start-apart.ts';

export interface ReadingPorts {
  readonly published: (sources: readonly UnderstoodSource[]) => Promise<readonly UnderstoodSource[]>;
  readonly progress: (done: number, total: number, name: string) => void;
  /** Megabytes that the process may take, besides the bytes of the files themselves. */
  readonly heapMb: number;
}

type Read = Extract<FromReader, { readonly kind: 'read' }>;

/**
 * Reads an import in a process of its own. Rejects when that ends by itself, for want of memory for example, when
 * `published` rejects, and at the signal. Either way nothing is running any more: its PDF threads end with it.
 */
export const readApart = async (
  job: ReadJob,
  { published, progress, heapMb }: ReadingPorts,
  signal: AbortSignal,
): Promise<Read> => {
  signal.throwIfAborted();
  const reader = startApart(new URL('./read-process.ts', import.meta.url), heapMb);
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  const answer = async (sources: readonly UnderstoodSource[]): Promise<void> =>
    reader.send({ published: await published(sources) } satisfies ToReader);
  reader.listen((heard) => {
    const message = heard as FromReader;
    if (message.kind === 'read') resolve(message);
    else if (message.kind === 'progress') progress(message.done, message.total, message.name);
    else answer(message.sources).catch(reject);
  });
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  reader.send(job).catch(reject);
  try {
    return await Promise.race([promise, reader.ended]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    await reader.end();
  }
};
