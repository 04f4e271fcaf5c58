import { preact } from '@preact/preset-vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { pdfjsAssets } from './src/build/pdfjs-assets.ts';
import { policyStamp } from './src/build/policy-stamp.ts';
import { postcssToLogical } from './src/build/postcss-to-logical.ts';
import { webManifest } from './src/build/web-manifest.ts';
import { contentSecurityPolicy } from './src/server/security-headers.ts';
import { aboutSqliteItself, conformanceSuite } from './test/support/conformance-suite.ts';

// Whole packs, printed papers, killed servers, random histories: not for every save of a file.
const slowTests = [
  'test/unit/{demo,desk-server,import}/**/*.test.ts',
  'test/unit/server/{killed-server,running-server,keep-and-restore,make-backup,commands}.test.ts',
  'test/unit/server/{sqlite-erased-bytes,http-server}.test.ts',
  'test/unit/understand/moderngov/mutations.test.ts',
  'test/unit/understand/{changes,pdf}/kent-{papers,untagged}.test.ts',
  'test/unit/understand/plans/real-reports.test.ts',
  'test/unit/understand/minutes/{hostile-papers,printed-minutes-fixtures}.test.ts',
  'test/unit/sync/{at-random,engine,lost-on-the-way,server-restored,too-large}.test.ts',
];

// They start PostgreSQL, and install it where that is allowed.
const postgresTests = ['test/unit/postgres/**/*.test.ts', 'test/unit/support/private-postgres.test.ts'];

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  css: {
    postcss: { plugins: [postcssToLogical()] },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  build: {
    outDir: 'dist/client',
    manifest: true,
    target: ['chrome123', 'safari17.5', 'firefox128'],
    // Inlined files would need `data:` in the Content Security Policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  plugins: [
    preact(),
    pdfjsAssets(),
    policyStamp(contentSecurityPolicy),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      injectRegister: false,
      // An automatic reload would wipe a form in another tab.
      registerType: 'prompt',
      manifest: webManifest,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,mjs,css,html,woff2,svg,png,wasm,pfb,ttf,icc}'],
        globIgnores: ['screenshots/**'],
        maximumFileSizeToCacheInBytes: 4 << 20,
      },
    }),
  ],
  test: {
    reporters: ['default', './test/support/closing-line-vitest.ts'],
    maxWorkers: 2,
    projects: [
      {
        define: { __APP_VERSION__: '"0.0.0-test"' },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: [...slowTests, ...postgresTests],
        },
      },
      {
        define: { __APP_VERSION__: '"0.0.0-test"' },
        test: { name: 'slow', environment: 'node', include: slowTests, testTimeout: 30_000 },
      },
      {
        define: { __APP_VERSION__: '"0.0.0-test"' },
        test: {
          name: 'postgres',
          environment: 'node',
          include: [...conformanceSuite, ...postgresTests],
          exclude: Object.keys(aboutSqliteItself),
          globalSetup: './test/support/postgres-setup.ts',
          setupFiles: './test/support/postgres-project.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
