import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Command, CommandIo } from '../../../src/server/command-io.ts';
import {
  databaseFile,
  openDataFolder,
  type DataPlace,
  type FolderUse,
} from '../../../src/server/folder/data-folder.ts';
import { closeAfterTest } from '../../support/close-after-test.ts';
import { newDatabaseUrl } from '../../support/test-database.ts';

/** A place for data folders that is gone after the file's tests. */
export const createFolders = () => {
  const root = mkdtempSync(join(tmpdir(), 'order-paper-'));
  let count = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return { next: (): string => join(root, String((count += 1))) };
};

const urls = new Map<string, string | null>();

/** Where the records of a data folder are: in the project `postgres` each has a database of its own. */
export const placeOf = async (dataDir: string): Promise<DataPlace> => {
  // A backup holds its records itself, on every engine.
  if (existsSync(databaseFile(dataDir))) return { dataDir, databaseUrl: null };
  if (!urls.has(dataDir)) urls.set(dataDir, await newDatabaseUrl());
  return { dataDir, databaseUrl: urls.get(dataDir) ?? null };
};

/** The same as a command's environment says it. */
export const environmentOf = async (dataDir: string): Promise<Readonly<Record<string, string>>> => {
  const { databaseUrl } = await placeOf(dataDir);
  return { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
};

export const openOrThrow = async (dataDir: string, use: FolderUse = 'beside') => {
  const folder = await openDataFolder(await placeOf(dataDir), use, Date.now);
  if (!folder.ok) throw new Error(`not opened: ${folder.error.kind}`);
  closeAfterTest(folder.value.close);
  return folder.value;
};

export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly complaints: readonly string[];
}

/** Runs a command in this process, as `main.ts` would, on the engine that the project is about. */
export const run = async (
  command: Command,
  args: readonly string[],
  env: CommandIo['env'],
  now: () => number = Date.now,
): Promise<Ran> => {
  const out: string[] = [];
  const complaints: string[] = [];
  const dataDir = env['DATA_DIR'];
  const place = dataDir === undefined ? {} : await environmentOf(dataDir);
  const code = await command(args, {
    print: (line) => void out.push(line),
    complain: (sentence) => void complaints.push(sentence),
    progress: () => {},
    env: { ...place, ...env },
    now,
  });
  return { code, out, complaints };
};
