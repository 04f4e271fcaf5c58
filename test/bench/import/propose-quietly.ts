import type { Proposal } from '../../../src/domain/proposal.ts';
import { withPdfReaders } from '../../../src/server/import/read-pdf.ts';
import { givenFiles } from '../../../src/server/propose/given-files.ts';
import { proposeFiles } from '../../../src/server/propose/propose-files.ts';

/** What files come to, read by so many threads; nothing is fetched and nobody is told how far it is. */
export const proposeQuietly = (files: readonly string[], threads: number): Promise<Proposal> =>
  withPdfReaders(threads, async (readers) => {
    const { proposal } = await proposeFiles(await givenFiles(files), {
      readers,
      password: null,
      documents: false,
      keep: null,
      rules: { allowed: new Set(), mostBytes: 0, mostBytesInAll: 0, timeoutMs: 0 },
      progress: () => {},
    });
    return proposal;
  });
