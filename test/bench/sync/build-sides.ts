import { join } from 'node:path';
import { build } from 'vite';

/** Who is measured. */
export const sides = ['ours', 'pouch', 'rx'] as const;
export type Side = (typeof sides)[number];

const entries: Readonly<Record<Side, string>> = {
  ours: 'pages/ours-side.ts',
  pouch: 'peers/pouch-side.js',
  rx: 'peers/rx-side.js',
};

/** Builds each side into one script of its own, as the product is built. Answers their files. */
export const buildSides = async (into: string): Promise<Readonly<Record<Side, string>>> => {
  for (const side of sides) {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { __APP_VERSION__: '"0.0.0-bench"', 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: into,
        emptyOutDir: false,
        target: ['chrome123', 'safari17.5', 'firefox128'],
        lib: {
          entry: join(import.meta.dirname, entries[side]),
          formats: ['iife'],
          name: 'benchSideScript',
          fileName: () => `${side}.js`,
        },
      },
    });
  }
  return { ours: join(into, 'ours.js'), pouch: join(into, 'pouch.js'), rx: join(into, 'rx.js') };
};
