import { parseArgs } from 'node:util';

/** What a run was asked for. */
export interface Flags {
  readonly histories: number;
  /** The first seed; the histories take this one and those that follow. */
  readonly seed: number;
  readonly store: 'memory' | 'dexie';
  readonly engine: 'sqlite' | 'postgres';
  readonly mutant: string | null;
  /** What all histories are about; null leaves it to chance, or to the mutant. */
  readonly theme: string | null;
  readonly workers: number;
  /** Prints every line of what happens: for one seed. */
  readonly trace: boolean;
  readonly listMutants: boolean;
}

export const usage =
  'simulate [--histories N] [--seed S] [--store memory|dexie] [--engine sqlite|postgres] [--mutant NAME] [--theme NAME] [--workers N] [--trace] [--list-mutants]';

/** Null for anything that cannot be understood. */
export const readFlags = (args: readonly string[]): Flags | null => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        histories: { type: 'string' },
        seed: { type: 'string', default: '1' },
        store: { type: 'string', default: 'memory' },
        engine: { type: 'string', default: 'sqlite' },
        mutant: { type: 'string' },
        theme: { type: 'string' },
        workers: { type: 'string', default: '2' },
        trace: { type: 'boolean', default: false },
        'list-mutants': { type: 'boolean', default: false },
      },
    });
    const { store, engine, trace, mutant = null, theme = null } = values;
    // Enough to catch any mutant, and a few seconds for whoever asks for nothing.
    const histories = whole(values.histories ?? '100', 1);
    const [seed, workers] = [whole(values.seed, 0), whole(values.workers, 1)];
    if (store !== 'memory' && store !== 'dexie') return null;
    if (engine !== 'sqlite' && engine !== 'postgres') return null;
    if (histories === null || seed === null || workers === null) return null;
    return {
      histories,
      seed,
      store,
      engine,
      mutant,
      theme,
      workers,
      trace,
      listMutants: values['list-mutants'],
    };
  } catch {
    return null;
  }
};

const whole = (text: string, least: number): number | null => {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= least ? number : null;
};
