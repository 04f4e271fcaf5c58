import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeepFetched } from './propose-files.ts';

/** Keeps what was fetched in a folder that is there, each file under a number: a page's name is no path. */
export const keepIn = (folder: string): KeepFetched => {
  let count = 0;
  return async (_name, bytes) => {
    const file = join(folder, String(count));
    count += 1;
    await writeFile(file, bytes, { flag: 'wx' });
    return file;
  };
};
