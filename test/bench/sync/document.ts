import { readFileSync, writeFileSync } from 'node:fs';
import type { Statistics } from '../statistics.ts';
import { isMet, type RowResult, type Verdict } from './rows/row.ts';

/** One run, as it is written to the JSON file and told in the documentation. */
export interface Run {
  readonly measuredAt: string;
  readonly rounds: number;
  readonly quick: boolean;
  readonly machine: Readonly<Record<string, string | number>>;
  /** Load of the machine before and after each row. */
  readonly rows: readonly (RowResult & { readonly loads: readonly [number, number] })[];
}

const begin = '<!-- figures of bench:sync, written by --write-docs -->';
const end = '<!-- end of the figures of bench:sync -->';
// More raw values than this stay in the JSON file.
const shownValues = 21;

/** Puts the figures of a run between the two marks of `docs/benchmarks.md`, and changes nothing else. */
export const writeDocs = (file: string, run: Run): void => {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${file} has no place for the figures.`);
  writeFileSync(file, `${text.slice(0, from)}${begin}\n\n${toMarkdown(run)}\n${text.slice(to)}`);
};

const toMarkdown = ({ measuredAt, rounds, machine, rows }: Run): string =>
  [
    `${measuredAt.slice(0, 10)}, ${Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}; ${rounds} rounds.\n`,
    ...rows.map(rowToMarkdown),
  ].join('\n');

const rowToMarkdown = ({ name, title, figures, verdicts, notes, loads }: Run['rows'][number]): string =>
  [
    `### ${name}: ${title}\n`,
    `Load before and after: ${loads.map((load) => load.toFixed(1)).join(', ')}.\n`,
    '| compared | ours | other | ratio | must | aim |',
    '| --- | ---: | ---: | ---: | --- | --- |',
    ...verdicts.map(verdictToLine),
    '',
    '| figure | least | median | p99 | raw |',
    '| --- | ---: | ---: | ---: | --- |',
    ...Object.entries(figures).map(figureToLine),
    '',
    ...notes.map((note) => `${note}\n`),
  ].join('\n');

const verdictToLine = (verdict: Verdict): string => {
  const { what, ours, other, otherName, ratio, direction, must, aim } = verdict;
  const sign = direction === 'at least' ? '≥' : '≤';
  const bound = (value: number | null, missed: string): string =>
    value === null ? '' : `${sign} ${value} ${isMet(verdict, value) ? 'met' : missed}`;
  return `| ${what}, beside ${otherName} | ${ours} | ${other} | ${ratio.toFixed(2)} | ${bound(must, '**missed**')} | ${bound(aim, 'missed')} |`;
};

const figureToLine = ([name, { least, median, p99, raw }]: readonly [string, Statistics]): string => {
  const values = raw.length > shownValues ? `${raw.length} in the file` : raw.join(', ');
  return `| ${name} | ${least} | ${median} | ${p99} | ${values} |`;
};
