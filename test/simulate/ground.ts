import { simulateCryptography } from './cryptography.ts';
import { prepareGlobals } from './dexie-globals.ts';
import { createSqliteEngine, type Engine } from './engine.ts';
import type { Flags } from './flags.ts';
import type { Ground } from './history.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** What the histories of one process are lived on. Changes globals, so it has a process for itself. */
export const createGround = async ({ store, engine, trace }: Flags): Promise<Ground> => {
  simulateCryptography();
  const print = trace ? (line: string): void => void process.stdout.write(`${line}\n`) : null;
  if (store === 'dexie') {
    const { settle: settleDexie } = prepareGlobals();
    const { createDexieDisk } = await import('./dexie-disk.ts');
    return { engine: await openEngine(engine), print, settle: settleDexie, createDisk: createDexieDisk };
  }
  const { createMemoryDisk } = await import('./memory-disk.ts');
  return { engine: await openEngine(engine), print, settle, createDisk: createMemoryDisk };
};

const openEngine = async (engine: Flags['engine']): Promise<Engine> => {
  if (engine === 'sqlite') return createSqliteEngine();
  const { createPostgresEngine } = await import('./postgres-engine.ts');
  return createPostgresEngine();
};
