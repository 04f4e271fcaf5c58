import type { BlobStore } from './blob-store.ts';

/** Blobs that live as long as the process: for tests and simulations. */
export const createMemoryBlobs = (): BlobStore => {
  const bytesByName = new Map<string, Uint8Array>();
  return {
    put: (sha256, bytes) => {
      bytesByName.set(sha256, bytes.slice());
      return Promise.resolve();
    },
    size: (sha256) => Promise.resolve(bytesByName.get(sha256)?.length ?? null),
    read: (sha256, begin, end) =>
      new ReadableStream({
        start: (controller) => {
          const part = bytesByName.get(sha256)?.slice(begin, end);
          if (part === undefined) throw new Error('this blob is not kept');
          controller.enqueue(part);
          controller.close();
        },
      }),
  };
};
