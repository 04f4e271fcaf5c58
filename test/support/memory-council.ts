import { randomBytes } from 'node:crypto';
import type { BlobRef, Manifest } from '../../src/domain/meeting.ts';
import type { PaperText } from '../../src/domain/paper-text.ts';
import { createMemoryBlobs } from '../../src/server/blobs/memory-blobs.ts';
import type { CouncilStore } from '../../src/server/council-store.ts';
import { createCouncilStore } from '../../src/server/create-council-store.ts';
import { openMemoryDatabase } from '../../src/server/db/open-database.ts';

/** The real council store over memory, which also remembers what was published and what was put. */
export interface MemoryCouncil {
  readonly store: CouncilStore;
  readonly manifests: readonly Manifest[];
  /** How many times bytes were put. */
  readonly puts: () => number;
  readonly readBytes: (ref: BlobRef) => Promise<Uint8Array>;
  readonly readText: (ref: BlobRef) => Promise<PaperText>;
}

export const createMemoryCouncil = (now: number): MemoryCouncil => {
  const blobs = createMemoryBlobs();
  const real = createCouncilStore({ db: openMemoryDatabase(), blobs, now: () => now, random: randomBytes });
  const manifests: Manifest[] = [];
  let puts = 0;
  const readBytes = async (ref: BlobRef): Promise<Uint8Array> =>
    new Uint8Array(await new Response(blobs.read(ref.sha256, 0, ref.size)).arrayBuffer());
  return {
    store: {
      ...real,
      putBlob: (bytes) => {
        puts += 1;
        return real.putBlob(bytes);
      },
      publishMeeting: async (manifest, beside) => {
        const published = await real.publishMeeting(manifest, beside);
        if (published.ok) manifests.push(manifest);
        return published;
      },
    },
    manifests,
    puts: () => puts,
    readBytes,
    // The importer wrote it a moment ago; tests look at the words, not at the schema.
    readText: async (ref) => JSON.parse(new TextDecoder().decode(await readBytes(ref))) as PaperText,
  };
};
