import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The page that records, on an origin that stays the same while browsers come and go. */
export interface ServedPage {
  readonly address: string;
  readonly close: () => void;
}

/** Builds the app's own recording and storage into one script, without screens, and serves it. */
export const serveRecordPage = async (): Promise<ServedPage> => {
  const outDir = mkdtempSync(join(tmpdir(), 'order-paper-page-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __APP_VERSION__: '"0.0.0-torture"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome123', 'safari17.5', 'firefox128'],
      lib: {
        entry: join(import.meta.dirname, 'record-page.ts'),
        formats: ['iife'],
        name: 'recordPage',
        fileName: () => 'record-page.js',
      },
    },
  });
  const script = readFileSync(join(outDir, 'record-page.js'));
  rmSync(outDir, { recursive: true, force: true });
  const server = createServer((request, response) => {
    const isScript = request.url === '/record-page.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(
      isScript ? script : '<!doctype html><title>Record</title><script src="/record-page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
