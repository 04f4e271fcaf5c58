import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import { err, ok } from '../domain/result.ts';
import { openRange } from './pdf-range.ts';
import { drawPages } from './pdf-pages.ts';
import type { OpenPaper, ViewerFault } from './viewer-port.ts';

/**
 * Opens a PDF with pdf.js, in a real worker. Import this file lazily: it brings 1 MB with it. Scripts and
 * XFA forms inside a PDF stay off (CVE-2026-16633). Throws when the worker does not start.
 */
export const openPdf: OpenPaper = async (request, tools) => {
  let report = (fault: ViewerFault): void => failOpening(fault);
  let failOpening: (fault: ViewerFault) => void = () => {};
  const failed = new Promise<ViewerFault>((resolve) => (failOpening = resolve));

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

  const opened = await Promise.race([
    task.promise.then(ok, (cause: unknown) => err(openingFault(cause))),
    failed.then(err),
    workerLost(port),
  ]).catch(async (cause: unknown) => {
    await release();
    throw cause;
  });
  if (!opened.ok) {
    await release();
    return opened;
  }

  const pages = await drawPages(opened.value, request);
  let told = false;
  report = (fault) => {
    if (!told) request.onFault(fault);
    told = true;
  };
  let ending: Promise<void> | null = null;
  return ok({
    pageCount: opened.value.numPages,
    labels: await opened.value.getPageLabels(),
    goToPage: pages.goToPage,
    zoom: pages.zoom,
    destroy: () => {
      told = true;
      // The viewer lets go of the document before the document goes.
      pages.clear();
      return (ending ??= release());
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
