import { armMutant } from './arm-mutant.ts';
import { readFlags } from './flags.ts';

/**
 * Lives through every `of`th seed of a run and sends each outcome to its parent, which waits for the last.
 * The product is loaded only after a mutant has been armed, and the store's globals are in place.
 */
const flags = readFlags(JSON.parse(process.argv[2] ?? '[]') as string[]);
const { share = 0, of = 1 } = JSON.parse(process.argv[3] ?? '{}') as { share?: number; of?: number };
if (flags === null) throw new Error('a worker is started by simulate.ts only');
// The zone is part of every record; a machine's own must not change a digest.
process.env['TZ'] = 'Europe/London';
// Where an error came from is read in a traced run only, and takes longer to find out than most of what fails.
// The store on IndexedDB asks for it.
if (!flags.trace && flags.store === 'memory') Error.stackTraceLimit = 0;
if (flags.mutant !== null) armMutant(flags.mutant);
const { createGround } = await import('./ground.ts');
const { liveOrFail } = await import('./history.ts');

const ground = await createGround(flags);
/** How often a history is lived twice, to see that a seed says everything. */
const sample = 50;
for (let at = share; at < flags.histories; at += of) {
  const seed = flags.seed + at;
  const outcome = await liveOrFail(ground, seed);
  // Two transactions at one moment have no order in PostgreSQL that a seed could say.
  const isSample = at % sample === 0 && flags.engine === 'sqlite';
  const again = isSample ? await liveOrFail({ ...ground, print: null }, seed) : outcome;
  process.send?.({ ...outcome, isRepeatable: again.digest === outcome.digest });
}
await ground.engine.end();
process.disconnect();
