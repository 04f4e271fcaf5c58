import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { chunkSize as wireChunkSize } from '../../../src/protocol/blobs.ts';
import { chunkSize, readRange } from '../../../src/storage/blobs.ts';
import { createSyncStore } from '../../../src/storage/sync-store.ts';
import { openTab } from './records.ts';

test('papers are kept in the chunks that they travel in', () => {
  expect(chunkSize).toBe(wireChunkSize);
});

test('any range of a paper is the range of its bytes', async () => {
  const db = openTab();
  const bytes = new Uint8Array(randomBytes(2 * chunkSize + 12_345));
  const row = { meetingIds: [], have: 0, error: null, checkedAt: null, state: 'wanted' as const };
  await db.blobs.add({ ...row, sha256: 'paper', size: bytes.length, chunks: ['a', 'b', 'c'] });
  const store = createSyncStore(db);
  expect(await readRange(db, 'paper', 0, 10)).toBeNull();
  for (const index of [2, 0, 1]) {
    const part = bytes.slice(index * chunkSize, (index + 1) * chunkSize);
    await store.storeChunk('paper', { index, bytes: part }, 5);
  }
  expect(await db.blobs.get('paper')).toMatchObject({ state: 'ready', have: bytes.length, checkedAt: 5 });
  const at = fc.oneof(
    fc.nat(bytes.length + 10),
    fc.constantFrom(0, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, bytes.length),
  );
  await fc.assert(
    fc.asyncProperty(at, at, async (begin, end) => {
      const range = await readRange(db, 'paper', begin, end);
      expect(range === null ? -1 : Buffer.compare(range, bytes.subarray(begin, Math.max(begin, end)))).toBe(
        0,
      );
    }),
    { numRuns: 40 },
  );
  expect(await readRange(db, 'nothing', 0, 1)).toBeNull();
});
