import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from '../support/demo-server.ts';
import { findFixture, noFixtures } from '../support/fixtures.ts';
import { buildBarePage, buildTabletSide } from './build-pages.ts';
import { prepareColdStarts } from './cold-start.ts';
import { measureExchange, type Exchange } from './exchange.ts';
import type { FirstPaint } from './first-paint.ts';
import { hasPoppler, type ImportReport, measureImport, printImport } from './import/measure-import.ts';
import type { Saves } from './pages/measure-saves.ts';
import { printTable, type Report, report, type Round } from './report.ts';
import { measureSaveRound } from './save.ts';

/**
 * Measures what `docs/benchmarks.md` reports, in a real Chromium and against a real server, beside the bare
 * peer in the same run. `node test/bench/bench.ts [ROUNDS] [--only-import]`; a wrong answer of any part ends it with
 * an error.
 */
const { values, positionals } = parseArgs({
  options: { 'only-import': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const rounds = Number(positionals[0] ?? '7');
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('ROUNDS is a whole number from 1.');

const measureInBrowser = async (folder: string): Promise<Report> => {
  const script = await buildTabletSide(folder);
  const coldStarts = await prepareColdStarts(await buildBarePage(folder));
  const measured: Round[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      measured.push(await measureRound({ script, coldStarts, round }));
      console.log(`round ${round + 1} of ${rounds} (load ${measured.at(-1)?.load.toFixed(2)})`);
    }
  } finally {
    coldStarts.close();
  }
  return report(measured);
};

const measureRound = async ({
  script,
  coldStarts,
  round,
}: {
  readonly script: string;
  readonly coldStarts: Awaited<ReturnType<typeof prepareColdStarts>>;
  readonly round: number;
}): Promise<Round> => {
  const load = loadavg()[0] ?? NaN;
  const isOursFirst = round % 2 === 0;
  const paints = await inTurn(coldStarts.ours, coldStarts.bare, isOursFirst);
  // A new server for each round: the log that is pulled always begins at the same length.
  const demo = await startDemo();
  try {
    const saves: Saves = await measureSaveRound(demo.address, script, round);
    const exchange: Exchange = await measureExchange(demo, script);
    return { load, paints, saves, exchange };
  } finally {
    await demo.close();
  }
};

const inTurn = async (
  ours: () => Promise<FirstPaint>,
  bare: () => Promise<FirstPaint>,
  isOursFirst: boolean,
): Promise<{ readonly ours: FirstPaint; readonly bare: FirstPaint }> => {
  if (isOursFirst) return { ours: await ours(), bare: await bare() };
  const first = await bare();
  return { ours: await ours(), bare: first };
};

const measureRealPapers = async (folder: string): Promise<ImportReport | null> => {
  const fixtures = findFixture('fixtures/2-documents/kent-cc-moderngov-pdfs');
  if (fixtures === null || !hasPoppler()) {
    console.log(fixtures === null ? `import ${noFixtures}` : 'import skipped: no pdftotext (poppler-utils)');
    return null;
  }
  return measureImport(fixtures, folder, rounds);
};

const folder = mkdtempSync(join(tmpdir(), 'order-paper-bench-'));
try {
  const inBrowser = values['only-import'] ? null : await measureInBrowser(folder);
  const imported = await measureRealPapers(folder);
  mkdirSync('test-results', { recursive: true });
  writeFileSync(
    'test-results/bench.json',
    `${JSON.stringify({ ...inBrowser, import: imported }, null, 2)}\n`,
  );
  if (inBrowser !== null) printTable(inBrowser);
  if (imported !== null) printImport(imported);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
