import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that after a kill at any moment it is the one before or the new one, whole. `partial` is where it
 * grows: with its usual name one writer at a time, and what a kill left is written over.
 */
export const writeWhole = async (
  file: string,
  content: string | Uint8Array,
  partial = `${file}.partial`,
): Promise<void> => {
  const handle = await open(partial, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
  await syncPath(dirname(file));
};

/**
 * Puts a file on the disk, or the names in a folder: a new file is there only when its folder is. Windows cannot open a
 * folder and needs no such thing; a file there has to be open for writing.
 */
export const syncPath = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
