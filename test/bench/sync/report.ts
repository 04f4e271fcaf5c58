import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { findChromium } from '../../support/find-chromium.ts';
import { isMet, type RowResult, type Verdict } from './rows/row.ts';

/** What the figures were taken on. */
export const machine = (): Readonly<Record<string, string | number>> => ({
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: process.platform,
  node: process.version,
  browser: execFileSync(findChromium(), ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim(),
});

/** Whether a must of this row is missed. */
export const isOver = ({ verdicts }: RowResult): boolean =>
  verdicts.some((verdict) => !isMet(verdict, verdict.must));

/** For people: a table of the figures, and a line for each comparison. */
export const printRow = ({ title, figures, verdicts, notes }: RowResult): void => {
  console.log(title);
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, { least, median, p99, raw }]) => [
        name,
        { least, median, p99, values: raw.length },
      ]),
    ),
  );
  for (const verdict of verdicts) console.log(`  ${sentence(verdict)}`);
  for (const note of notes) console.log(`  ${note}`);
};

const sentence = (verdict: Verdict): string => {
  const { what, ours, other, otherName, ratio, direction, must, aim } = verdict;
  const compared = `${what}: ours ${ours}, ${otherName} ${other}, ratio ${ratio.toFixed(2)}`;
  const demand =
    must === null ? '' : `; must ${direction} ${must}: ${isMet(verdict, must) ? 'met' : 'MISSED'}`;
  const wish = aim === null ? '' : `; aim ${aim}: ${isMet(verdict, aim) ? 'met' : 'missed'}`;
  return `${compared}${demand}${wish}`;
};
