import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSides } from './build-sides.ts';
import { writeDocs, type Run } from './document.ts';
import { installPeers } from './install-peers.ts';
import { isOver, machine, printRow } from './report.ts';
import { awayRow } from './rows/away-row.ts';
import { crowdRow } from './rows/crowd-row.ts';
import { badNetworkRow, exchangeRow } from './rows/exchange-rows.ts';
import { logSizeRow } from './rows/log-size-row.ts';
import { receiptsRow } from './rows/receipts-row.ts';
import type { Row } from './rows/row.ts';
import { savesRow } from './rows/saves-row.ts';

/**
 * Measures the sync beside its peers, as docs/benchmarks.md says: `node test/bench/sync/bench-sync.ts
 * [--rounds 7] [--only NAME]... [--quick] [--write-docs]`. Ends with 1 where a must is missed, and with an error where any side's
 * result is wrong. Writes every raw value to test-results/bench-sync.json, row by row.
 */
const rows: readonly Row[] = [
  exchangeRow,
  badNetworkRow,
  savesRow,
  awayRow,
  crowdRow,
  logSizeRow,
  receiptsRow,
];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    'write-docs': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('ROUNDS is a whole number from 1.');
const names = rows.map(({ name }) => name);
const unknown = values.only.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`There is no row "${unknown}": ${names.join(', ')}.`);
const wanted = rows.filter(({ name }) => values.only.length === 0 || values.only.includes(name));

const toRun = (): Run => ({
  measuredAt: new Date().toISOString(),
  rounds,
  quick: values.quick,
  machine: machine(),
  rows: measured,
});

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'order-paper-bench-sync-'));
const measured: Run['rows'][number][] = [];
try {
  const scripts = await buildSides(join(folder, 'scripts'));
  for (const row of wanted) {
    console.log(`${row.name}:`);
    const before = loadavg()[0] ?? NaN;
    const result = await row.measure({
      rounds,
      quick: values.quick,
      scripts,
      folder: join(folder, row.name),
    });
    measured.push({ ...result, loads: [before, loadavg()[0] ?? NaN] });
    printRow(result);
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/bench-sync.json', `${JSON.stringify(toRun(), null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values['write-docs']) writeDocs('docs/benchmarks.md', toRun());
process.exitCode = measured.some(isOver) ? 1 : 0;
