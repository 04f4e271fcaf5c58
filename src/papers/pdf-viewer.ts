import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import { err, ok, type Result } from '../domain/result.ts';
import { openRange } from './pdf-range.ts';
import { drawPages, type DrawnPages } from './pdf-pages.ts';
import type { OpenPaper, ViewerFault } from './viewer-port.ts';

/**
 * Opens a PDF with pdf.js, in a real worker. Import this file lazily: it brings 1 MB with it. Scripts and
 * XFA forms inside a PDF stay off (CVE-2026-16633). Throws when the worker does not start.
 */
export const openPdf: OpenPaper = async (request, tools) => {
  const { promise: failed, resolve: failOpening } = Promise.withResolvers<ViewerFault>();
  let report: (fault: ViewerFault) => void = failOpening;

  const range = await openRange(request.source, () => report({ kind: 'not-on-tablet' }));
  if (range === null) return err({ kind: 'not-on-tablet' });

  const port = tools.makeWorker();
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    range,
    worker,
    rangeChunkSize: 256 * 1024,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    standardFontDataUrl: `${tools.assetBase}standard_fonts/`,
    wasmUrl: `${tools.assetBase}wasm/`,
    iccUrl: `${tools.assetBase}iccs/`,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  // pdf.js leaves a port that it was given to whoever made it.
  const release = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };

  const open = async (): Promise<Result<DrawnPages, ViewerFault>> => {
    const opened = await task.promise.then(ok, (cause: unknown) => err(openingFault(cause)));
    return opened.ok ? ok(await drawPages(opened.value, request)) : opened;
  };
  const drawn = await Promise.race([open(), failed.then(err), workerLost(port)]).catch(
    async (cause: unknown) => {
      await release();
      throw cause;
    },
  );
  if (!drawn.ok) {
    await release();
    return drawn;
  }

  const pages = drawn.value;
  let told = false;
  report = (fault) => {
    if (!told) request.onFault(fault);
    told = true;
  };
  let ending: Promise<void> | null = null;
  return ok({
    goToPage: pages.goToPage,
    zoom: pages.zoom,
    markWords: pages.markWords,
    destroy: () => {
      told = true;
      if (ending === null) {
        // The viewer lets go of the document before the document goes.
        pages.clear();
        ending = release();
      }
      return ending;
    },
  });
};

/** A file that pdf.js cannot open is a fact about the file; anything else is ours and is thrown. */
const openingFault = (cause: unknown): ViewerFault => {
  if (cause instanceof pdfjs.PasswordException) return { kind: 'locked' };
  if (cause instanceof pdfjs.InvalidPDFException) return { kind: 'damaged' };
  // What else goes wrong while a file is read comes out of the worker under this one name.
  if (cause instanceof Error && cause.name === 'UnknownErrorException') return { kind: 'damaged' };
  throw cause;
};

const workerLost = (port: Worker): Promise<never> =>
  new Promise((_resolve, reject) => {
    port.addEventListener('error', () => reject(new Error('the PDF worker did not start')), { once: true });
  });
