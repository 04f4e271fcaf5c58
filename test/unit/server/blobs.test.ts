import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolderBlobs } from '../../../src/server/blobs/folder-blobs.ts';
import { createMemoryBlobs } from '../../../src/server/blobs/memory-blobs.ts';
import type { BlobStore } from '../../../src/server/blobs/blob-store.ts';
import { createCouncilOfFour } from './council-of-four.ts';

const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const stores: readonly (readonly [string, () => BlobStore])[] = [
  ['in memory', createMemoryBlobs],
  ['in a folder', () => createFolderBlobs(folder)],
];

describe.each(stores)('blobs %s', (_name, create) => {
  it('keep what they promise: put, size, any part', async () => {
    const blobs = create();
    const bytes = randomBytes(200_000);
    const name = sha256(bytes);
    expect(await blobs.size(name)).toBeNull();
    await blobs.put(name, bytes);
    await blobs.put(name, bytes);
    expect(await blobs.size(name)).toBe(200_000);
    for (const [begin, end] of [
      [0, 200_000],
      [0, 1],
      [70_000, 150_001],
      [199_999, 200_000],
      [5, 5],
    ] as const) {
      const part = await new Response(blobs.read(name, begin, end)).arrayBuffer();
      expect(Buffer.from(part).equals(bytes.subarray(begin, end))).toBe(true);
    }
  });

  it('come down whole and in parts', async () => {
    const council = await createCouncilOfFour({ blobs: create() });
    const bytes = randomBytes(2_500_000);
    const blob = await council.store.putBlob(bytes);
    expect(blob).toMatchObject({ size: 2_500_000 });
    expect(blob.chunks).toEqual(
      [0, 1, 2].map((at) => sha256(bytes.subarray(at * 1_048_576, (at + 1) * 1_048_576))),
    );
    const member = await council.enrol('member');
    const get = (range?: string) =>
      member.request(`/blobs/${blob.sha256}`, range === undefined ? {} : { headers: { Range: range } });

    const whole = await get();
    expect(whole.status).toBe(200);
    expect(whole.headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable');
    expect(sha256(new Uint8Array(await whole.arrayBuffer()))).toBe(blob.sha256);

    const part = await get('bytes=1048576-2097151');
    expect(part.status).toBe(206);
    expect(part.headers.get('Content-Range')).toBe('bytes 1048576-2097151/2500000');
    expect(part.headers.get('Content-Length')).toBe('1048576');
    expect(sha256(new Uint8Array(await part.arrayBuffer()))).toBe(blob.chunks[1]);

    expect((await get('bytes=2097152-9999999')).headers.get('Content-Length')).toBe('402848');
    expect((await get('bytes=-1')).headers.get('Content-Range')).toBe('bytes 2499999-2499999/2500000');
    const beyond = await get('bytes=2500000-');
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('Content-Range')).toBe('bytes */2500000');
    expect((await get('bytes=0-1,5-6')).status).toBe(200);
  });
});

describe('who may read a blob', () => {
  it('every member, and nobody whose grants have ended', async () => {
    const council = await createCouncilOfFour();
    const { sha256: name } = await council.store.putBlob(randomBytes(10));
    const other = await council.enrol('other');
    expect((await other.request(`/blobs/${name}`)).status).toBe(200);
    await council.store.addPerson({ id: council.ids.other, name: 'Olive Other', role: null, grants: [] });
    expect((await other.request(`/blobs/${name}`)).status).toBe(404);
  });

  it('is not told whether an unknown one exists, nor led out of the folder', async () => {
    const council = await createCouncilOfFour();
    const member = await council.enrol('member');
    for (const path of ['0'.repeat(64), '..%2f..%2fcouncil.sqlite', 'ABC']) {
      const answer = await member.request(`/blobs/${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error: 'not_found' });
    }
  });

  it('a file that was cut short is not passed on', async () => {
    const blobs = createMemoryBlobs();
    const council = await createCouncilOfFour({ blobs });
    const { sha256: name } = await council.store.putBlob(randomBytes(10));
    await blobs.put(name, randomBytes(9));
    const member = await council.enrol('member');
    expect((await member.request(`/blobs/${name}`)).status).toBe(404);
  });
});

it('leaves no partial file behind', () => {
  const names = readdirSync(folder, { recursive: true }).map(String);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => name.endsWith('.partial'))).toEqual([]);
});
