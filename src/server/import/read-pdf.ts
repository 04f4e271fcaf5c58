import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PageContent } from '../../papers/text/page-content.ts';
import type { PdfAnswer, PdfRequest } from './pdf-message.ts';

export type PdfFault =
  /** It asks for a password. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged' }
  /** One page took longer than its time. `page` is 0 when the file did not even open. */
  | { readonly kind: 'too-slow'; readonly page: number };

/** Time for one page, and for opening the file. */
const LIMIT_MS = 5000;

/** All pages of a PDF as pdf.js sees them, read in a thread of its own that is always ended. */
export const readPdf = async (
  bytes: Uint8Array,
  limitMs: number = LIMIT_MS,
): Promise<Result<readonly PageContent[], PdfFault>> => {
  // The library's own notices stay out of the command's output.
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { stdout: true, stderr: true });
  try {
    const opened = await ask(worker, { kind: 'open', bytes }, limitMs * 2);
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
  } finally {
    await worker.terminate();
  }
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
