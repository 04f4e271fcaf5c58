import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { firstValue } from '../../../src/app/records-watch.ts';
import {
  chooseSetting,
  lookAttributes,
  readSpace,
  removeKeptPack,
  watchSettingsView,
  type DeviceControl,
} from '../../../src/app/settings.ts';
import { createValue } from '../../../src/domain/value.ts';
import { requestPack } from '../../../src/storage/blobs.ts';
import { openDeviceDatabase } from '../../../src/storage/device-database.ts';
import { putManifest } from '../../../src/storage/manifests.ts';
import { paper } from '../reader/sample-manifest.ts';
import { createTestTablet, ids, manifest } from './records-tablet.ts';

const createControl = (): DeviceControl => ({
  device: openDeviceDatabase('device', { indexedDB: new IDBFactory(), IDBKeyRange }),
  update: { state: createValue('current'), apply: () => Promise.resolve('applied') },
  version: '1.0.0',
  space: {
    estimate: () => Promise.resolve({ used: 10, quota: 100 }),
    isKept: () => Promise.resolve(null),
    askToKeep: () => Promise.resolve(true),
  },
  leave: () => Promise.resolve(),
});

test('a choice is kept, and unsent records are known to who wants to leave', async () => {
  const tablet = await createTestTablet(ids.anna);
  const control = createControl();
  await chooseSetting(control, 'theme', 'dark');
  tablet.sync.set({ ...tablet.sync.get(), waiting: 2 });
  expect(await firstValue(watchSettingsView(tablet.services, control))).toMatchObject({
    settings: { theme: 'dark' },
    waiting: 2,
  });
});

test('a system setting sets nothing on the root, a choice does', () => {
  const base = {
    language: null,
    theme: 'system',
    contrast: 'system',
    textSize: 'normal',
    readingScale: '2',
  } as const;
  expect([...lookAttributes(base).values()]).toEqual([null, null, null]);
  expect(
    Object.fromEntries(lookAttributes({ ...base, theme: 'light', contrast: 'more', textSize: 'larger' })),
  ).toEqual({
    'data-theme': 'light',
    'data-contrast': 'more',
    'data-text': 'larger',
  });
});

test('what takes room is listed by meeting, and goes when it is removed', async () => {
  const { services } = await createTestTablet(ids.anna);
  const control = createControl();
  await putManifest(services.records, 'a'.repeat(64), {
    ...manifest,
    version: 4,
    papers: [paper('a', null)],
  });
  await requestPack(services.records, ids.meeting);
  await services.records.blobs.toCollection().modify({ have: 10 });
  expect((await readSpace(services, control)).packs).toMatchObject([
    { meetingId: ids.meeting, committee: 'Roads Panel', bytes: 20 },
  ]);
  await removeKeptPack(services, ids.meeting);
  expect(await readSpace(services, control)).toMatchObject({ packs: [], papers: 0, isKept: null });
});
