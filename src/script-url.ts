import pdfWorkerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** The only addresses that may ever become a script: our service worker and the PDF worker. */
const allowed: ReadonlySet<string> = new Set(['/sw.js', pdfWorkerUrl]);

const rules = {
  createScriptURL: (address: string): string => {
    if (!allowed.has(address)) throw new TypeError(`not a script of this product: ${address}`);
    return address;
  },
};

declare global {
  // TypeScript's DOM library does not know Trusted Types yet.
  var trustedTypes: { createPolicy: (name: string, given: typeof rules) => typeof rules } | undefined;
}

// Safari before 26 has no Trusted Types; there the same rules are still asked.
const policy = globalThis.trustedTypes?.createPolicy('app', rules) ?? rules;

/**
 * An address that the Trusted Types policy `app` lets through as a script. In browsers that enforce it
 * the answer is a `TrustedScriptURL`, so pass it on as it is and never put it together with text.
 * Throws on any address but the product's own.
 */
export const scriptUrl = (address: string): string => policy.createScriptURL(address);

/** Starts the worker that reads PDFs. Whoever asks for it ends it. */
export const makePdfWorker = (): Worker =>
  new Worker(scriptUrl(pdfWorkerUrl), { type: 'module', name: 'pdf' });
