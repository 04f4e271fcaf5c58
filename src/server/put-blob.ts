import type { BlobRef } from '../domain/meeting.ts';
import { chunkSize } from '../protocol/blobs.ts';
import type { AppDeps } from './app-deps.ts';
import { sql, type Work } from './db/work.ts';
import { membersScope } from './readers.ts';
import { sha256Hex } from './sha256.ts';

/**
 * Keeps bytes that every member may read: version 1 takes public papers only. The bytes are on the disk
 * before the row says so.
 */
export const putBlob = async (
  { db, blobs }: Pick<AppDeps, 'db' | 'blobs'>,
  councilId: string,
  bytes: Uint8Array,
): Promise<BlobRef> => {
  const sha256 = sha256Hex(bytes);
  await blobs.put(sha256, bytes);
  await db.write(() =>
    sql(
      'insert into blobs (council_id, sha256, size, scope) values (?, ?, ?, ?) on conflict do nothing',
      councilId,
      sha256,
      bytes.length,
      membersScope,
    ),
  );
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) {
    chunks.push(sha256Hex(bytes.subarray(at, at + chunkSize)));
  }
  return { sha256, size: bytes.length, chunks };
};

/** The size of a blob that is kept, or null. */
export function* blobSize(councilId: string, sha256: string): Work<number | null> {
  const rows = yield* sql<{ size: number }>(
    'select size from blobs where council_id = ? and sha256 = ?',
    councilId,
    sha256,
  );
  return rows[0]?.size ?? null;
}

/** The bytes of a blob that is kept, or null. */
export const readBlob = async (
  { db, blobs }: Pick<AppDeps, 'db' | 'blobs'>,
  councilId: string,
  sha256: string,
): Promise<Uint8Array | null> => {
  const size = await db.read(() => blobSize(councilId, sha256));
  if (size === null) return null;
  return new Uint8Array(await new Response(blobs.read(sha256, 0, size)).arrayBuffer());
};
