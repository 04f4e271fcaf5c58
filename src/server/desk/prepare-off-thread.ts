import { Worker } from 'node:worker_threads';
import type { Result } from '../../domain/result.ts';
import type { ImportFault } from '../import/import-fault.ts';
import type { PreparedMeeting } from '../import/prepare-meeting.ts';
import type { Prepare } from './ports.ts';

/** As much as a reading may take: what it could read can be prepared. */
const heapMb = 1000;

/**
 * `prepareMeeting` in a thread of its own, which ends with it. Takes the bytes of the folder with it; those of the papers
 * come back in the answer. Rejects when the thread ends by itself, for want of memory for example.
 */
export const prepareOffThread: Prepare = async (folder) => {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
    // The library's own notices may hold words of a paper: they stay out of the log.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  try {
    // Before anybody listens: what cannot be handed over is this call's own fault.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(folder, ownBuffers(folder.files.values()));
    return await answerOf(worker);
  } finally {
    await worker.terminate();
  }
};

const answerOf = (worker: Worker): Promise<Result<PreparedMeeting, ImportFault>> =>
  new Promise((resolve, reject) => {
    worker.on('message', resolve).on('error', reject);
    worker.on('exit', () => reject(new Error('the preparing thread ended')));
  });

/** What can be handed over: each buffer once, and none that others have a part of. */
const ownBuffers = (files: Iterable<Uint8Array>): ArrayBuffer[] => {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer, byteLength } of files) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffers.add(buffer);
  }
  return [...buffers];
};
