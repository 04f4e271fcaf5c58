import { randomBytes, randomUUID } from 'node:crypto';
import type { Manifest } from '../../../src/domain/meeting.ts';
import { chunkSize } from '../../../src/protocol/blobs.ts';
import type { World } from './tablet.ts';

/** Publishes the next version of the council's meeting, with one paper of `size` bytes and its text. */
export const publishPaper = async (
  { council }: World,
  size = 2 * chunkSize + 100,
  change: Partial<Manifest> = {},
): Promise<{ readonly manifest: Manifest; readonly bytes: Uint8Array }> => {
  const bytes = randomBytes(size);
  const file = await council.store.putBlob(bytes);
  const text = await council.store.putBlob(new TextEncoder().encode('{"format":1,"pages":[]}'));
  const manifest: Manifest = {
    ...council.manifest,
    version: ((await council.store.latestVersion(council.ids.meeting)) ?? 0) + 1,
    papers: [
      {
        id: randomUUID(),
        title: 'Roads',
        kind: 'report',
        itemId: council.ids.item,
        mediaType: 'application/pdf',
        pages: 3,
        file,
        text,
      },
    ],
    ...change,
  };
  const published = await council.store.publishMeeting(manifest);
  if (!published.ok) throw new Error(`not published: ${published.error.kind}`);
  return { manifest, bytes };
};
