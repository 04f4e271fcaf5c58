import { parseArgs } from 'node:util';
import type { Part, Report } from './part.ts';
import { badWires } from './bad-wires.ts';
import { browserKills } from './browser-kills.ts';
import { oldClients } from './old-clients.ts';
import { powerCuts } from './power-cuts.ts';
import { restoreDrills } from './restore-drills.ts';
import { serverKills } from './server-kills.ts';

/**
 * Hurts the product with real processes: `npm run torture -- [--part NAME] [--rounds N] [--seed S] [--ci]`.
 * One line a part, one JSON object at the end, exit code 1 on any violation. See docs/torture.md.
 */
const parts: readonly Part[] = [serverKills, browserKills, powerCuts, badWires, restoreDrills, oldClients];

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    ci: { type: 'boolean', default: false },
  },
});

const chosen = parts.filter(({ name }) => values.part === undefined || values.part === name);
if (chosen.length === 0) {
  console.error(`There is no part "${values.part}": ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const runPart = async ({ name, run, rounds }: Part): Promise<Report> => {
  const wanted = values.rounds === undefined ? (values.ci ? rounds.ci : rounds.full) : Number(values.rounds);
  let done = 0;
  const tell = (): void => {
    done += 1;
    if (done % 50 === 0) console.error(`${name}: ${done} of ${wanted}`);
  };
  try {
    return await run({ rounds: wanted, seed: Number(values.seed), tell });
  } catch (cause) {
    // A part that could not be run proves nothing, and that is a failure too.
    const sentence = cause instanceof Error ? cause.message : String(cause);
    return { rounds: 0, violations: [`not run to its end: ${sentence}`], figures: {} };
  }
};

const results: Record<string, unknown> = {};
let violations = 0;
for (const part of chosen) {
  const began = performance.now();
  const report = await runPart(part);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const figures = { rounds: report.rounds, ...report.figures, violations: report.violations.length, seconds };
  console.log(
    `${part.name}: ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  );
  for (const violation of report.violations.slice(0, 20)) console.log(`    ${violation}`);
  results[part.name] = figures;
  violations += report.violations.length;
}
console.log(JSON.stringify({ parts: results, violations, seed: Number(values.seed) }));
// Left-over sockets of wires that were cut must not keep the process alive.
process.exit(violations === 0 ? 0 : 1);
