import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { writeWhole } from '../write-whole.ts';
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
    await writeWhole(file, bytes, `${file}.${randomUUID()}.partial`);
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
