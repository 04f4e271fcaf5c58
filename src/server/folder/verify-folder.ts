import { createHash } from 'node:crypto';
import type { DataFolder } from './data-folder.ts';
import { findCouncil } from '../council.ts';
import type { VerifyFault } from './verify-fault.ts';
import { verifyLog } from './verify-log.ts';

export interface Verification {
  readonly sound: boolean;
  readonly records: number;
  readonly setAside: number;
  readonly blobs: number;
  readonly head: string;
  readonly faults: readonly VerifyFault[];
}

/** Goes through everything: log and chain, what devices were told, every byte of every blob. Reads only. */
export const verifyFolder = async (folder: Pick<DataFolder, 'db' | 'blobs'>): Promise<Verification> => {
  const { db } = folder;
  const council = findCouncil(db);
  if (council === null) return { sound: true, records: 0, setAside: 0, blobs: 0, head: '', faults: [] };
  const log = verifyLog(db, council);
  const blobs = db.sql<{ sha256: string; size: number }>(
    'select sha256, size from blobs where council_id = ? order by sha256',
    council.id,
  );
  const blobFaults: VerifyFault[] = [];
  for (const blob of blobs) {
    const kind = await blobFault(folder, blob);
    if (kind !== null) blobFaults.push({ kind, where: blob.sha256 });
  }
  const manifests = db.sql<{ manifest: string }>(
    `select manifest from meetings where council_id = ? and manifest not in (select sha256 from blobs)`,
    council.id,
  );
  const faults = [
    ...log.faults,
    ...blobFaults,
    ...manifests.map((row): VerifyFault => ({ kind: 'manifest-missing', where: row.manifest })),
  ];
  return {
    sound: faults.length === 0,
    records: log.records,
    setAside: log.setAside,
    blobs: blobs.length,
    head: council.chain,
    faults,
  };
};

const blobFault = async (
  { blobs }: Pick<DataFolder, 'blobs'>,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<'blob-missing' | 'blob-damaged' | null> => {
  const kept = await blobs.size(sha256);
  if (kept === null) return 'blob-missing';
  const hash = createHash('sha256');
  for await (const part of blobs.read(sha256, 0, kept)) hash.update(part);
  return kept === size && hash.digest('hex') === sha256 ? null : 'blob-damaged';
};
