import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import { emptyPage, type PageContent, type PdfContent } from '../../papers/text/page-content.ts';
import type { PdfAnswer, PdfRequest } from './pdf-message.ts';

export type PdfFault =
  /** It asks for a password, or for another one than it was given. */
  | { readonly kind: 'locked' | 'wrong-password' }
  | { readonly kind: 'damaged' }
  /** One page took longer than its time. `page` is 0 when the file did not even open. */
  | { readonly kind: 'too-slow'; readonly page: number };

/** Time for one page. */
const LIMIT_MS = 5000;
/** A file that wants more ends its thread, and nothing else. */
const HEAP_MB = 300;
const YOUNG_MB = 8;
/** One bad page does not take a whole pack away; a file of bad pages is not read to its end. */
const mostUnreadable = 50;
/** Opening waits also for the thread and its library, which take their time on a busy machine. */
const OPENING = 6;

/** Reads PDFs one after the other in a thread of its own. */
export interface PdfReader {
  /** All pages as pdf.js sees them, and the bookmarks. Takes the bytes with it: they are gone afterwards. */
  readonly read: (bytes: Uint8Array, password?: string | null) => Promise<Result<PdfContent, PdfFault>>;
  /** Ends the thread. */
  readonly close: () => Promise<void>;
}

/** The thread begins with the first file, and anew after a file that it could not read. */
export const openPdfReader = (limitMs: number = LIMIT_MS): PdfReader => {
  let worker: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
  };
  const readNext = async (
    bytes: Uint8Array,
    password: string | null,
  ): Promise<Result<PdfContent, PdfFault>> => {
    // The library's own notices stay out of the command's output.
    worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      stdout: true,
      stderr: true,
      // What is young is thrown away sooner, or it alone takes 100 MB.
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const content = await readContent(worker, { kind: 'open', bytes, password }, limitMs);
    if (!content.ok) await close();
    return content;
  };
  return {
    read: (bytes, password = null) => {
      // The thread has one file open: who asks meanwhile waits.
      const reading = before.then(() => readNext(bytes, password));
      before = reading.catch(() => undefined);
      return reading;
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

const readContent = async (
  worker: Worker,
  request: PdfRequest,
  limitMs: number,
): Promise<Result<PdfContent, PdfFault>> => {
  const opened = await ask(worker, request, limitMs * OPENING);
  if (opened === null) return err({ kind: 'too-slow', page: 0 });
  if (opened.kind === 'ended') return err({ kind: 'damaged' });
  if (opened.kind === 'failed') return err({ kind: opened.reason });
  if (opened.kind !== 'opened') throw new Error(`the PDF thread answered ${opened.kind}`);
  const pages: PageContent[] = [];
  const unreadable: number[] = [];
  for (let page = 1; page <= opened.pages; page += 1) {
    const answer = await ask(worker, { kind: 'page', page }, limitMs);
    if (answer === null) return err({ kind: 'too-slow', page });
    if (answer.kind === 'ended') return err({ kind: 'damaged' });
    if (answer.kind === 'page') {
      pages.push(answer.content);
      continue;
    }
    unreadable.push(page);
    pages.push(emptyPage(page));
    if (unreadable.length > mostUnreadable) return err({ kind: 'damaged' });
  }
  if (unreadable.length === pages.length) return err({ kind: 'damaged' });
  return ok({ pages, outline: opened.outline, unreadable });
};

/** The thread ended, for want of memory for example: the file is at fault, not the importer. */
interface Ended {
  readonly kind: 'ended';
}

/** One request and its answer; null when the time ran out. */
const ask = (worker: Worker, request: PdfRequest, limitMs: number): Promise<PdfAnswer | Ended | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => resolve(null)), limitMs);
    const onMessage = (answer: PdfAnswer): void => finish(() => resolve(answer));
    const onError = (): void => finish(() => resolve({ kind: 'ended' }));
    const onExit = (): void => finish(() => reject(new Error('the PDF thread ended')));
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request, request.kind === 'open' ? [request.bytes.buffer as ArrayBuffer] : []);
  });
