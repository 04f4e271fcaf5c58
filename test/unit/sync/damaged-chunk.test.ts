import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  pausePack,
  readBlob,
  readRange,
  removePack,
  requestPack,
  watchPack,
  type PackState,
} from '../../../src/storage/blobs.ts';
import { newCycleMemory, runCycle } from '../../../src/sync/cycle.ts';
import { download } from '../../../src/sync/downloads.ts';
import type { Outcome } from '../../../src/sync/outcome.ts';
import { publishPaper } from './papers.ts';
import { createTablet, createWorld, type Tab, type World } from './tablet.ts';

const packOf = (tab: Tab, { council }: World): Promise<PackState> =>
  new Promise((resolve, reject) => {
    const watching = watchPack(tab.records, council.ids.meeting).subscribe((state) => {
      resolve(state);
      queueMicrotask(() => watching.unsubscribe());
    }, reject);
  });

const downloadOf = async (
  tab: Tab,
  change: (response: Response, nth: number) => Response | Promise<Response> = (r) => r,
): Promise<Outcome> => {
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  let nth = 0;
  const outside = {
    ...tab.ports.outside,
    fetch: async (path: string, init: RequestInit) =>
      change(await tab.ports.outside.fetch(path, init), ++nth),
  };
  return download({ ...tab.ports, outside }, enrolment);
};

const setUp = async () => {
  const world = await createWorld();
  const paper = await publishPaper(world);
  const tablet = createTablet(world, 'member');
  await tablet.enrol();
  const tab = tablet.openTab();
  await tab.sync();
  return { world, tab, ...paper, sha256: paper.manifest.papers[0]?.file.sha256 ?? '' };
};

const spoil = async (response: Response): Promise<Response> => {
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return new Response(bytes, response);
};

const spoilSecond = (response: Response): Response | Promise<Response> =>
  response.headers.get('Content-Range')?.startsWith('bytes 1048576-') ? spoil(response) : response;

const failAfterTwo = (response: Response, nth: number): Response =>
  nth > 2 ? new Response('', { status: 502 }) : response;

test('the pack of a coming meeting comes down by itself and is ready only when every chunk is there', async () => {
  const { world, tab, bytes, sha256 } = await setUp();
  expect(await packOf(tab, world)).toMatchObject({ kind: 'waiting', have: 0, papers: 1, pages: 3 });
  expect(await downloadOf(tab)).toEqual({ kind: 'done' });
  expect(await packOf(tab, world)).toMatchObject({ kind: 'ready', checkedAt: world.council.clock.now });
  expect(Buffer.compare((await readBlob(tab.records, sha256)) ?? new Uint8Array(), bytes)).toBe(0);
});

test('a chunk that was damaged once is fetched again', async () => {
  const { world, tab } = await setUp();
  expect(await downloadOf(tab, (response, nth) => (nth === 2 ? spoil(response) : response))).toEqual({
    kind: 'done',
  });
  expect(await packOf(tab, world)).toMatchObject({ kind: 'ready' });
});

test('a chunk that stays damaged is never kept, is told, and can be asked for again', async () => {
  const { world, tab, sha256 } = await setUp();
  expect(await downloadOf(tab, spoilSecond)).toEqual({ kind: 'done' });
  expect(await packOf(tab, world)).toMatchObject({ kind: 'failed', error: 'damaged' });
  expect(await readBlob(tab.records, sha256)).toBeNull();
  expect(await readRange(tab.records, sha256, 1048576, 1048580)).toBeNull();
  await requestPack(tab.records, world.council.ids.meeting);
  await downloadOf(tab);
  expect(await packOf(tab, world)).toMatchObject({ kind: 'ready' });
});

test('a download goes on where the network left it', async () => {
  const { world, tab } = await setUp();
  expect(await downloadOf(tab, failAfterTwo)).toMatchObject({ kind: 'retry' });
  const half = await packOf(tab, world);
  expect(half).toMatchObject({ kind: 'loading' });
  expect(half.have).toBeGreaterThan(0);
  let requests = 0;
  await downloadOf(tab, (response) => {
    requests += 1;
    return response;
  });
  expect(requests).toBe(2);
  expect(await packOf(tab, world)).toMatchObject({ kind: 'ready' });
});

test('a paused pack stands still, a removed one goes, and both can be asked for again', async () => {
  const { world, tab } = await setUp();
  const { meeting } = world.council.ids;
  await downloadOf(tab, async (response, nth) => {
    if (nth === 2) await pausePack(tab.records, meeting);
    return response;
  });
  const paused = await packOf(tab, world);
  expect(paused).toMatchObject({ kind: 'none' });
  expect(paused.have).toBeGreaterThan(0);
  expect(paused.have).toBeLessThan(paused.total);
  await tab.sync();
  await downloadOf(tab);
  expect(await packOf(tab, world)).toEqual(paused);
  await requestPack(tab.records, meeting);
  await downloadOf(tab);
  expect(await packOf(tab, world)).toMatchObject({ kind: 'ready' });
  await removePack(tab.records, meeting);
  await tab.sync();
  await downloadOf(tab);
  expect(await packOf(tab, world)).toMatchObject({ kind: 'removed', have: 0 });
  expect(await tab.records.chunks.count()).toBe(0);
});

test('a new version keeps what it shares with the old one and drops the rest when it is here whole', async () => {
  const { world, tab, sha256 } = await setUp();
  await downloadOf(tab);
  const next = await publishPaper(world, 500);
  await tab.sync();
  expect(await packOf(tab, world)).toMatchObject({ kind: 'loading' });
  expect(await readBlob(tab.records, sha256)).not.toBeNull();
  await downloadOf(tab);
  expect(await packOf(tab, world)).toMatchObject({ kind: 'ready' });
  expect(await tab.records.blobs.get(sha256)).toBeUndefined();
  expect(await readBlob(tab.records, next.manifest.papers[0]?.file.sha256 ?? '')).toHaveLength(500);
});

test('a manifest whose bytes are not the published ones is not shown', async () => {
  const { world, tab } = await setUp();
  const shown = (await tab.records.manifests.get(world.council.ids.meeting))?.version;
  await publishPaper(world, 500);
  const { fetch } = tab.ports.outside;
  const outside = {
    ...tab.ports.outside,
    fetch: async (path: string, init: RequestInit) =>
      path.startsWith('/blobs/') ? spoil(await fetch(path, init)) : fetch(path, init),
  };
  const enrolment = await tab.ports.enrolments.read();
  if (enrolment === null) throw new Error('enrol first');
  await runCycle({ ...tab.ports, outside }, enrolment, newCycleMemory());
  expect((await tab.records.manifests.get(world.council.ids.meeting))?.version).toBe(shown);
  await tab.sync();
  expect((await tab.records.manifests.get(world.council.ids.meeting))?.version).toBe(3);
});
