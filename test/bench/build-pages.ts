import { join } from 'node:path';
import { preact } from '@preact/preset-vite';
import { build } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const target = ['chrome123', 'safari17.5', 'firefox128'];

/** Builds the bare page as the app is built, by the same tools. Answers its folder. */
export const buildBarePage = async (into: string): Promise<string> => {
  const outDir = join(into, 'bare');
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'bare'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target, assetsInlineLimit: 0 },
    plugins: [
      preact(),
      VitePWA({
        strategies: 'injectManifest',
        srcDir: '.',
        filename: 'sw.ts',
        injectRegister: false,
        manifest: false,
        injectManifest: { rollupFormat: 'iife', globPatterns: ['**/*.{js,html}'] },
      }),
    ],
  });
  return outDir;
};

/** Builds the real storage and sync into one script, without screens. Answers its file. */
export const buildTabletSide = async (into: string): Promise<string> => {
  const outDir = join(into, 'pages');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __APP_VERSION__: '"0.0.0-bench"' },
    build: {
      outDir,
      emptyOutDir: true,
      target,
      lib: {
        entry: join(import.meta.dirname, 'pages/tablet-side.ts'),
        formats: ['iife'],
        name: 'tabletSideScript',
        fileName: () => 'tablet-side.js',
      },
    },
  });
  return join(outDir, 'tablet-side.js');
};
