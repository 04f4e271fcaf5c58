import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PageContent } from '../../papers/text/page-content.ts';
import type { PdfAnswer, PdfRequest } from './pdf-message.ts';

type PdfFault =
  /** It asks for a password. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged' }
  /** One page took longer than its time. `page` is 0 when the file did not even open. */
  | { readonly kind: 'too-slow'; readonly page: number };

/** Time for one page. */
const LIMIT_MS = 5000;
/** Opening waits also for the thread and its library, which take their time on a busy machine. */
const OPENING = 6;

/** Reads PDFs one after the other in a thread of its own. */
export interface PdfReader {
  /** All pages as pdf.js sees them. */
  readonly read: (bytes: Uint8Array) => Promise<Result<readonly PageContent[], PdfFault>>;
  /** Ends the thread. */
  readonly close: () => Promise<void>;
}

/** The thread begins with the first file, and anew after a file that it could not read. */
export const openPdfReader = (limitMs: number = LIMIT_MS): PdfReader => {
  let worker: Worker | null = null;
  const close = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
  };
  return {
    read: async (bytes) => {
      // The library's own notices stay out of the command's output.
      worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { stdout: true, stderr: true });
      const pages = await readPages(worker, bytes, limitMs);
      if (!pages.ok) await close();
      return pages;
    },
    close,
  };
};

/** Gives `act` some readers, one for each core it may use, and ends them whatever happens. */
export const withPdfReaders = async <T>(
  count: number,
  act: (readers: readonly PdfReader[]) => Promise<T>,
): Promise<T> => {
  const readers = Array.from({ length: count }, () => openPdfReader());
  try {
    return await act(readers);
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
};

const readPages = async (
  worker: Worker,
  bytes: Uint8Array,
  limitMs: number,
): Promise<Result<readonly PageContent[], PdfFault>> => {
  const opened = await ask(worker, { kind: 'open', bytes }, limitMs * OPENING);
  if (opened === null) return err({ kind: 'too-slow', page: 0 });
  if (opened.kind === 'failed') return err({ kind: opened.reason });
  if (opened.kind !== 'opened') throw new Error(`the PDF thread answered ${opened.kind}`);
  const pages: PageContent[] = [];
  for (let page = 1; page <= opened.pages; page += 1) {
    const answer = await ask(worker, { kind: 'page', page }, limitMs);
    if (answer === null) return err({ kind: 'too-slow', page });
    if (answer.kind === 'failed') return err({ kind: answer.reason });
    if (answer.kind !== 'page') throw new Error(`the PDF thread answered ${answer.kind}`);
    pages.push(answer.content);
  }
  return ok(pages);
};

/** One request and its answer; null when the time ran out. */
const ask = (worker: Worker, request: PdfRequest, limitMs: number): Promise<PdfAnswer | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => resolve(null)), limitMs);
    const onMessage = (answer: PdfAnswer): void => finish(() => resolve(answer));
    // Out of memory, for example: the file is at fault, not the importer.
    const onError = (): void => finish(() => resolve({ kind: 'failed', reason: 'damaged' }));
    const onExit = (): void => finish(() => reject(new Error('the PDF thread ended')));
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request);
  });
