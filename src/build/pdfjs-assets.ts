import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

// quickjs runs scripts inside PDFs, which this product never does; the *_fallback files are for
// browsers without WebAssembly, which are below our floor.
const isNeeded = (name: string): boolean => !name.includes('quickjs') && !name.endsWith('.js');

const names = ['standard_fonts', 'wasm', 'iccs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter(isNeeded)
    .map((name) => `${folder}/${name}`),
);

const mediaType = (name: string): string =>
  name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';

/**
 * Puts pdf.js's own fonts, decoders and colour profiles under `/pdfjs/`. pdf.js asks for them by name,
 * so their names are stable and carry no hash. Their licences travel with them.
 */
export const pdfjsAssets = (): Plugin => ({
  name: 'order-paper-pdfjs-assets',
  generateBundle() {
    for (const name of names) {
      this.emitFile({ type: 'asset', fileName: `pdfjs/${name}`, source: readFileSync(join(root, name)) });
    }
  },
  configureServer(server) {
    server.middlewares.use('/pdfjs/', (request, response, next) => {
      const name = names.find((known) => `/${known}` === request.url);
      if (name === undefined) return next();
      response.setHeader('Content-Type', mediaType(name));
      createReadStream(join(root, name)).pipe(response);
    });
  },
});
