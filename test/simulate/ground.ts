import { createSettle } from './settle.ts';
import { simulateCryptography } from './cryptography.ts';
import { prepareGlobals } from './dexie-globals.ts';
import { createSqliteEngine, type Engine } from './engine.ts';
import type { Flags } from './flags.ts';
import type { Ground } from './history.ts';
import { lightenFetch } from './light-fetch.ts';
import { mutants } from './mutants.ts';
import { themeOf } from './script.ts';

/** What the histories of one process are lived on. Changes globals, so it has a process for itself. */
export const createGround = async ({ store, engine, mutant, trace, ...flags }: Flags): Promise<Ground> => {
  const named = flags.theme ?? mutants.find(({ name }) => name === mutant)?.theme ?? null;
  const theme = named === null ? null : themeOf(named);
  simulateCryptography();
  keepDateFormat();
  if (engine === 'sqlite') lightenFetch();
  const print = trace ? (line: string): void => void process.stdout.write(`${line}\n`) : null;
  if (store === 'dexie') {
    const { settle: settleDexie } = prepareGlobals();
    const { createDexieDisk } = await import('./dexie-disk.ts');
    return {
      engine: await openEngine(engine),
      print,
      theme,
      settle: settleDexie,
      createDisk: createDexieDisk,
    };
  }
  const { createMemoryDisk } = await import('./memory-disk.ts');
  return {
    engine: await openEngine(engine),
    print,
    theme,
    settle: createSettle(),
    createDisk: createMemoryDisk,
  };
};

const openEngine = async (engine: Flags['engine']): Promise<Engine> => {
  if (engine === 'sqlite') return createSqliteEngine();
  const { createPostgresEngine } = await import('./postgres-engine.ts');
  return createPostgresEngine();
};

// Each record asks for the zone that it was lived in, and making a format takes as long as saving it.
const keepDateFormat = (): void => {
  const { DateTimeFormat } = Intl;
  const usual = new DateTimeFormat('en-GB');
  const make = function (...given: ConstructorParameters<typeof DateTimeFormat>): Intl.DateTimeFormat {
    return given[1] === undefined && given[0] === 'en-GB' ? usual : Reflect.construct(DateTimeFormat, given);
  };
  Object.assign(Intl, { DateTimeFormat: make });
};
