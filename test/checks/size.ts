import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The most that the first page may load, in bytes of gzipped JavaScript (pdf.js comes later, by itself). */
const budget = 90_000;

type Chunk = { readonly file: string; readonly imports?: readonly string[] };

const manifest = JSON.parse(readFileSync('dist/client/.vite/manifest.json', 'utf8')) as Record<string, Chunk>;

const collect = (key: string, into: Map<string, number>): Map<string, number> => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk ${key}.`);
  if (into.has(chunk.file)) return into;
  into.set(chunk.file, gzipSync(readFileSync(`dist/client/${chunk.file}`)).length);
  for (const next of chunk.imports ?? []) collect(next, into);
  return into;
};

// What the very first visit loads: the page, the code screen, the question who the council is, and the
// registration of the service worker. Each is a chunk of its own, so each is named.
const firstVisit = ['index.html', 'src/ui/enrol-screen.tsx', 'src/sync/ask-council.ts', workboxWindow()];

const files = new Map<string, number>();
for (const key of firstVisit) collect(key, files);
const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
for (const [file, bytes] of files) console.log(`${String(bytes).padStart(8)}  ${file}`);
console.log(`first load: ${total} bytes of gzipped JavaScript, budget ${budget}`);
if (files.size < firstVisit.length || [...files.keys()].some((file) => file.includes('pdf'))) {
  console.error('The first load must have its parts, and must not hold pdf.js.');
  process.exit(1);
}
if (total > budget) {
  console.error(`The first load is ${total - budget} bytes over its budget.`);
  process.exit(1);
}

function workboxWindow(): string {
  const key = Object.keys(manifest).find((name) => name.includes('workbox-window'));
  if (key === undefined) throw new Error('The build has no chunk for the service worker bridge.');
  return key;
}
