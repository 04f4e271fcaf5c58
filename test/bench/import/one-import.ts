import { proposeFiles } from '../../../src/server/propose/propose-files.ts';
import { withPdfReaders } from '../../../src/server/import/read-pdf.ts';

/** What one process needs to understand one file, as JSON on standard output. Its own, so that nothing else counts. */
const rules = { allowed: new Set<string>(), mostBytes: 0, timeoutMs: 0 };
const start = performance.now();
const { proposal } = await withPdfReaders(1, (readers) =>
  proposeFiles(process.argv.slice(2), {
    readers,
    password: null,
    documents: false,
    keepFetched: false,
    rules,
    progress: () => {},
  }),
);
const [source] = proposal.sources;
console.log(
  JSON.stringify({
    ms: performance.now() - start,
    pages: source?.pages ?? 0,
    refused: source?.refused ?? null,
    // Kilobytes on Linux, of the whole process with its threads.
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
