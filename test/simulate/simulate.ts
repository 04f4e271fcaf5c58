import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFlags, usage, type Flags } from './flags.ts';
import type { Outcome } from './history.ts';
import { mutants } from './mutants.ts';

type Sent = Outcome & { readonly isRepeatable: boolean };

const kinds = ['lost', 'duplicated', 'reordered', 'divergent', 'stuck'] as const;

/** Runs all histories in as many processes as asked for; `ended` is told of each and says when enough is known. */
const runAll = async (flags: Flags, ended: (outcome: Sent) => 'go-on' | 'enough'): Promise<boolean> => {
  const args = process.argv.slice(2);
  const of = Math.min(flags.workers, flags.histories);
  const children = Array.from({ length: of }, (_, share) =>
    fork(
      fileURLToPath(new URL('./worker.ts', import.meta.url)),
      [JSON.stringify(args), JSON.stringify({ share, of })],
      { execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32'] },
    ),
  );
  let isEnough = false;
  const codes = await Promise.all(
    children.map(
      (child) =>
        new Promise<number | null>((resolve) => {
          child.on('message', (outcome) => {
            // Our own worker sends nothing else.
            if (isEnough || ended(outcome as Sent) === 'go-on') return;
            isEnough = true;
            for (const one of children) one.kill();
          });
          child.on('close', resolve);
        }),
    ),
  );
  return isEnough || codes.every((code) => code === 0);
};

const repeat = ({ store, engine, mutant }: Flags, seed: number): string =>
  [
    `npm run simulate -- --histories 1 --seed ${seed}`,
    store === 'memory' ? '' : `--store ${store}`,
    engine === 'sqlite' ? '' : `--engine ${engine}`,
    mutant === null ? '' : `--mutant ${mutant}`,
    '--trace',
  ]
    .filter((part) => part !== '')
    .join(' ');

const simulate = async (flags: Flags): Promise<number> => {
  const begin = performance.now();
  const sums = { histories: 0, events: 0, lost: 0, duplicated: 0, reordered: 0, divergent: 0, stuck: 0 };
  const failed: Sent[] = [];
  let unrepeatable = 0;
  const isWhole = await runAll(flags, (outcome) => {
    sums.histories += 1;
    sums.events += outcome.events;
    for (const kind of kinds) sums[kind] += outcome.verdict[kind];
    if (!outcome.isRepeatable) {
      unrepeatable += 1;
      console.log(`Seed ${outcome.seed} was not the same twice.`);
    }
    if (outcome.verdict.faults.length === 0) return 'go-on';
    failed.push(outcome);
    if (failed.length <= 5) {
      const wrong = kinds.filter((kind) => outcome.verdict[kind] > 0).join(', ');
      console.log(`Seed ${outcome.seed} (${wrong}): ${outcome.verdict.faults.slice(0, 5).join('; ')}`);
      console.log(`Again: ${repeat(flags, outcome.seed)}`);
    }
    return flags.mutant === null ? 'go-on' : 'enough';
  });
  if (!isWhole) console.log('A worker ended early.');
  const first = failed[0];
  if (flags.mutant !== null) {
    console.log(
      first === undefined
        ? `The mutant ${flags.mutant} was not caught.`
        : `The mutant ${flags.mutant} was caught on seed ${first.seed}.`,
    );
  }
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  console.log(JSON.stringify({ ...sums, seconds }));
  // What could not be run has caught nothing.
  if (!isWhole) return 2;
  return unrepeatable === 0 && failed.length === 0 ? 0 : 1;
};

const flags = readFlags(process.argv.slice(2));
if (flags === null) {
  console.log(`usage: ${usage}`);
  process.exitCode = 2;
} else if (flags.listMutants) {
  for (const { name } of mutants) console.log(name);
} else if (flags.mutant !== null && !mutants.some(({ name }) => name === flags.mutant)) {
  console.log(`There is no mutant ${flags.mutant}: --list-mutants names them.`);
  process.exitCode = 2;
} else {
  process.exitCode = await simulate(flags);
}
