import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { BlobStore } from './blob-store.ts';

/** Where a blob lies below its folder: 256 folders, so that none grows long. */
export const blobFile = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

/** Blobs as files. A file appears under its name only when all of it is on the disk. */
export const createFolderBlobs = (folder: string): BlobStore => ({
  put: async (sha256, bytes) => {
    const file = blobFile(folder, sha256);
    const known = await fileSize(file);
    if (known === bytes.length) return;
    await mkdir(dirname(file), { recursive: true });
    const partial = `${file}.${randomUUID()}.partial`;
    const handle = await open(partial, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    await syncFolder(dirname(file));
  },
  size: (sha256) => fileSize(blobFile(folder, sha256)),
  read: (sha256, begin, end) => {
    if (begin === end) return new ReadableStream({ start: (controller) => controller.close() });
    const stream = createReadStream(blobFile(folder, sha256), { start: begin, end: end - 1 });
    return Readable.toWeb(stream);
  },
});

const fileSize = async (file: string): Promise<number | null> => {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
};

// A rename is on the disk only when the folder is. Windows cannot open a folder and needs no such thing.
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
