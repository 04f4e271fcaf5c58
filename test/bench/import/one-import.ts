import { proposeQuietly } from './propose-quietly.ts';

/** What one process needs to understand one file, as JSON on standard output. Its own, so that nothing else counts. */
const start = performance.now();
const proposal = await proposeQuietly(process.argv.slice(2), 1);
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
