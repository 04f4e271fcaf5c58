// Live queries look for the global one.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { openReader } from '../../../src/app/reader.ts';
import type { ReaderView } from '../../../src/app/reader-view.ts';
import type { Services } from '../../../src/app/services.ts';
import { requestPack } from '../../../src/storage/blobs.ts';
import { putManifest } from '../../../src/storage/manifests.ts';
import { readPlace } from '../../../src/storage/places.ts';
import { openRecordsDatabase } from '../../../src/storage/records-database.ts';
import { item, manifest, paper, paperText } from './sample-manifest.ts';

const meeting = manifest(
  [item('1'), item('2')],
  [paper('a', '1'), paper('b', '2'), paper('plain', '2', { mediaType: 'text/plain' })],
);

/** A tablet that knows the meeting; only what a reader asks of the outside is there. */
const tablet = async () => {
  const records = openRecordsDatabase('council', 'person', { indexedDB: new IDBFactory(), IDBKeyRange });
  await putManifest(records, 'sha', meeting);
  const wake = vi.fn<() => void>();
  const services = {
    records,
    now: () => 1000,
    sync: {
      wake,
      state: {
        subscribe: (next: (state: { network: 'offline' }) => void) => (
          next({ network: 'offline' }),
          { unsubscribe: () => {} }
        ),
      },
    },
  } as unknown as Services;
  return { services, records, wake };
};

type Tablet = Awaited<ReturnType<typeof tablet>>;

const arrive = async ({ records }: Tablet, sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  await records.chunks.put({ sha256, index: 0, bytes });
  await records.blobs.update(sha256, { state: 'ready', size: bytes.length, have: bytes.length });
};

const textBytes = (...labels: readonly (string | null)[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(paperText(...labels)));

/** The first view that `is` accepts. */
const seen = (services: Services, paperId: string, is: (view: ReaderView) => boolean): Promise<ReaderView> =>
  new Promise((resolve, reject) => {
    const subscription = openReader(services, 'meeting', paperId).view.subscribe((view) => {
      if (!is(view)) return;
      resolve(view);
      queueMicrotask(() => subscription.unsubscribe());
    }, reject);
  });

const hasContent =
  (kind: string) =>
  (view: ReaderView): boolean =>
    view.kind === 'paper' && view.content.kind === kind;

describe('opening a paper', () => {
  it('says that a paper is not here, and asks for the whole pack', async () => {
    const here = await tablet();
    const view = await seen(here.services, 'a', hasContent('absent'));
    expect(view).toMatchObject({
      kind: 'paper',
      pack: { kind: 'none' },
      online: false,
      before: null,
      after: { id: 'b' },
    });
    await openReader(here.services, 'meeting', 'a').download();
    expect(await here.records.packs.get('meeting')).toMatchObject({ wish: 'wanted' });
    expect(here.wake).toHaveBeenCalledOnce();
  });

  it('shows the text as soon as it has arrived, while the rest is still on its way', async () => {
    const here = await tablet();
    await requestPack(here.records, 'meeting');
    const shown = seen(here.services, 'a', hasContent('here'));
    await seen(here.services, 'a', hasContent('absent'));
    await arrive(here, 'text-a', textBytes('i', '1', '2'));
    expect(await shown).toMatchObject({
      pages: [{ name: 'i' }, { name: '1' }, { name: '2' }],
      start: { page: 1, mode: 'text' },
    });
  });

  it('opens at the place read last, and another paper at its beginning', async () => {
    const here = await tablet();
    await requestPack(here.records, 'meeting');
    await arrive(here, 'text-a', textBytes('1', '2', '3'));
    await arrive(here, 'text-b', textBytes('1'));
    await arrive(here, 'text-plain', textBytes(null));
    const reader = openReader(here.services, 'meeting', 'a');
    reader.keepPlace(2, 'text');
    reader.keepPlace(3, 'pages');
    await vi.waitFor(async () =>
      expect(await readPlace(here.records, 'meeting')).toMatchObject({ paperId: 'a', page: 3, at: 1000 }),
    );
    expect(await seen(here.services, 'a', hasContent('here'))).toMatchObject({
      start: { page: 3, mode: 'pages' },
    });
    expect(await seen(here.services, 'b', hasContent('here'))).toMatchObject({
      start: { page: 1, mode: 'text', kept: false },
    });
    // A plain text has no pages to draw.
    expect(await seen(here.services, 'plain', hasContent('here'))).toMatchObject({
      start: { mode: 'text' },
      modes: ['text'],
    });
  });

  it('shows the pages of a scan, which has no text', async () => {
    const here = await tablet();
    await requestPack(here.records, 'meeting');
    const scan = { format: 1, pages: [{ page: 1, label: null, blocks: [] }] };
    await arrive(here, 'text-a', new TextEncoder().encode(JSON.stringify(scan)));
    expect(await seen(here.services, 'a', hasContent('here'))).toMatchObject({ start: { mode: 'pages' } });
  });

  it('says when a text cannot be read, and when there is no such paper or meeting', async () => {
    const here = await tablet();
    await requestPack(here.records, 'meeting');
    await arrive(here, 'text-a', new TextEncoder().encode('{'));
    expect(await seen(here.services, 'a', hasContent('damaged'))).toMatchObject({ kind: 'paper' });
    expect(await seen(here.services, 'nothing', () => true)).toEqual({ kind: 'unknown', what: 'paper' });
    await here.records.manifests.clear();
    expect(await seen(here.services, 'a', () => true)).toEqual({ kind: 'unknown', what: 'meeting' });
  });
});
