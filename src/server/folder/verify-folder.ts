import { createHash } from 'node:crypto';
import type { BlobStore } from '../blobs/blob-store.ts';
import { findCouncil } from '../council.ts';
import { sql, type Work } from '../db/work.ts';
import type { DataFolder } from './data-folder.ts';
import type { VerifyFault } from './verify-fault.ts';
import { verifyLog, type LogVerification } from './verify-log.ts';

export interface Verification {
  readonly sound: boolean;
  readonly records: number;
  /** How many of them say nothing any more. */
  readonly erased: number;
  readonly setAside: number;
  readonly blobs: number;
  readonly head: string;
  readonly faults: readonly VerifyFault[];
}

/** Goes through everything: log and chain, what devices were told, every byte of every blob. Reads only. */
export const verifyFolder = async ({
  db,
  blobs,
}: Pick<DataFolder, 'db' | 'blobs'>): Promise<Verification> => {
  const kept = await db.read(verifyRows);
  if (kept === null)
    return { sound: true, records: 0, erased: 0, setAside: 0, blobs: 0, head: '', faults: [] };
  const faults = [...kept.log.faults];
  for (const blob of kept.blobs) {
    const kind = await blobFault(blobs, blob);
    if (kind !== null) faults.push({ kind, where: blob.sha256 });
  }
  faults.push(...kept.manifests);
  return {
    sound: faults.length === 0,
    records: kept.log.records,
    erased: kept.log.erased,
    setAside: kept.log.setAside,
    blobs: kept.blobs.length,
    head: kept.head,
    faults,
  };
};

interface BlobRow {
  readonly sha256: string;
  readonly size: number;
}

interface Rows {
  readonly head: string;
  readonly log: LogVerification;
  readonly blobs: readonly BlobRow[];
  readonly manifests: readonly VerifyFault[];
}

/** Everything that the tables say, of one moment; null while there is no council. */
function* verifyRows(): Work<Rows | null> {
  const council = yield* findCouncil();
  if (council === null) return null;
  const log = yield* verifyLog(council);
  const blobs = yield* sql<BlobRow>(
    'select sha256, size from blobs where council_id = ? order by sha256',
    council.id,
  );
  const manifests = yield* sql<{ manifest: string }>(
    'select manifest from meetings where council_id = ? and manifest not in (select sha256 from blobs)',
    council.id,
  );
  return {
    head: council.chain,
    log,
    blobs,
    manifests: manifests.map((row) => ({ kind: 'manifest-missing', where: row.manifest })),
  };
}

const blobFault = async (
  blobs: BlobStore,
  { sha256, size }: BlobRow,
): Promise<'blob-missing' | 'blob-damaged' | null> => {
  const kept = await blobs.size(sha256);
  if (kept === null) return 'blob-missing';
  const hash = createHash('sha256');
  for await (const part of blobs.read(sha256, 0, kept)) hash.update(part);
  return kept === size && hash.digest('hex') === sha256 ? null : 'blob-damaged';
};
