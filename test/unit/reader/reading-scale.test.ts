import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { keepReadingScale, scaleBeside, watchReadingScale } from '../../../src/app/reading-scale.ts';
import { firstValue } from '../../../src/app/records-watch.ts';
import type { DeviceControl } from '../../../src/app/settings.ts';
import { createValue } from '../../../src/domain/value.ts';
import { openDeviceDatabase, type DeviceDatabase } from '../../../src/storage/device-database.ts';

const control = (device: DeviceDatabase): DeviceControl => ({
  device,
  update: { state: createValue('current'), apply: () => Promise.resolve('applied') },
  version: '1.0.0',
  space: {
    estimate: () => Promise.resolve(null),
    isKept: () => Promise.resolve(null),
    askToKeep: () => Promise.resolve(null),
  },
  leave: () => Promise.resolve(),
});

test('a text size is kept when the app is closed, and one that is not known is the usual one', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const before = openDeviceDatabase('device', options);
  expect(await firstValue(watchReadingScale(control(before)))).toBe('1');
  await keepReadingScale(control(before), '1.4');
  before.close();
  const after = openDeviceDatabase('device', options);
  expect(await firstValue(watchReadingScale(control(after)))).toBe('1.4');
  await after.settings.put({ key: 'readingScale', value: '900' });
  expect(await firstValue(watchReadingScale(control(after)))).toBe('1');
});

test('a tablet that cannot keep the size goes on reading', async () => {
  const device = openDeviceDatabase('device', { indexedDB: new IDBFactory(), IDBKeyRange });
  device.use({
    stack: 'dbcore',
    name: 'full',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      }),
    }),
  });
  await expect(keepReadingScale(control(device), '2')).resolves.toBeUndefined();
  expect(await firstValue(watchReadingScale(control(device)))).toBe('1');
});

test('sizes go up and down step by step and stop at both ends', () => {
  expect(scaleBeside('1', 'larger')).toBe('1.2');
  expect(scaleBeside('1', 'smaller')).toBe('0.9');
  expect(scaleBeside('0.9', 'smaller')).toBe('0.9');
  expect(scaleBeside('2', 'larger')).toBe('2');
});
