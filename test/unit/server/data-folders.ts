import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Command, CommandIo } from '../../../src/server/command-io.ts';
import { openDataFolder, type FolderUse } from '../../../src/server/folder/data-folder.ts';

/** A place for data folders that is gone after the file's tests. */
export const createFolders = () => {
  const root = mkdtempSync(join(tmpdir(), 'order-paper-'));
  let count = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return { next: (): string => join(root, String((count += 1))) };
};

export const openOrThrow = async (dataDir: string, use: FolderUse = 'beside') => {
  const folder = await openDataFolder({ dataDir, databaseUrl: null }, use, Date.now);
  if (!folder.ok) throw new Error(`not opened: ${folder.error.kind}`);
  return folder.value;
};

export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly complaints: readonly string[];
}

/** Runs a command in this process, as `main.ts` would. */
export const run = async (
  command: Command,
  args: readonly string[],
  env: CommandIo['env'],
  now: () => number = Date.now,
): Promise<Ran> => {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await command(args, {
    print: (line) => void out.push(line),
    complain: (sentence) => void complaints.push(sentence),
    env,
    now,
  });
  return { code, out, complaints };
};
